import { expect, test } from 'vitest';
import { eachControl } from '#lib/interactive/board/board.ts';
import { formatMixerProject, parseMixerProject } from '#lib/interactive/board/mixer-project.ts';
import { CallError, errorCodes } from '#lib/interactive/error-codes.ts';

const position = [{ size: 'large', x: 0, y: 0, width: 10, height: 8 }];
const project = {
	id: 4242,
	name: 'Tide pool',
	controlVersion: '2.0',
	owner: { username: 'someone', etag: 'kept' },
	controls: {
		layout: 'fixed',
		scenes: [
			{
				sceneID: 'default',
				groups: [{ groupID: 'default', sceneID: 'default' }],
				theme: 'reef',
				controls: [
					{ controlID: 'go', kind: 'button', disabled: false, text: 'Go', cost: 25, keyCode: 32, position },
					{
						controlID: 'dial',
						kind: 'acme.dial',
						disabled: true,
						stops: [1, 2, { deep: null }],
						tooltip: null,
						etag: '7'
					},
					{ controlID: 'say', kind: 'label', disabled: false, text: 'hi', meta: { color: { value: 'red', etag: '1' } } }
				]
			},
			{ sceneID: 'end', groups: [{ groupID: 'red', sceneID: 'end' }], controls: [] }
		]
	}
};

function refusal(value: unknown): CallError {
	try {
		parseMixerProject(typeof value === 'string' ? value : JSON.stringify(value), 'b');
	} catch (cause) {
		if (cause instanceof CallError) return cause;
	}
	throw new Error('It was taken.');
}

const withControls = (...controls: readonly unknown[]) => ({
	controls: { scenes: [{ sceneID: 'default', controls }] }
});

test('a project comes out as it went in, with what nobody here knows', () => {
	const board = parseMixerProject(JSON.stringify(project), 'b');

	expect(board).toMatchObject({ id: 'b', name: 'Tide pool' });
	expect(board.groups).toEqual([
		{ groupID: 'default', sceneID: 'default' },
		{ groupID: 'red', sceneID: 'end' }
	]);
	expect(JSON.parse(formatMixerProject(board))).toEqual(project);
});

test('rules lie under the meta of their control, beside what else is there, and come back', () => {
	const rules = {
		inputs: { chat: '!go', bits: 100 },
		cooldownMs: 2_000,
		aggregate: 'vote',
		windowMs: 10_000,
		effects: [{ type: 'chat', text: 'go', later: ['kept'] }]
	};
	const control = { controlID: 'go', kind: 'button', cost: 5, meta: { other: 1, tributary: rules } };
	const board = parseMixerProject(JSON.stringify(withControls(control)), 'b');

	expect(eachControl(board)[0]).toMatchObject({ rules: { ...rules, cost: 5 }, control: { meta: { other: 1 } } });
	expect(eachControl(board)[0]?.control['meta']).toEqual({ other: 1 });
	expect(parseMixerProject(formatMixerProject(board), 'b')).toEqual(parseMixerProject(formatMixerProject(board), 'b'));
	expect(JSON.parse(formatMixerProject(board)).controls.scenes[0].controls[0]).toMatchObject(control);
});

test('scenes alone are a project too, and get a default group', () => {
	const board = parseMixerProject('\uFEFF{"scenes":[{"sceneID":"only"}]}', 'b');

	expect(board.scenes).toEqual([{ sceneID: 'only', controls: [], properties: {} }]);
	expect(board.groups).toEqual([{ groupID: 'default', sceneID: 'only' }]);
});

test.each([
	['nothing', '', errorCodes.notJson, ''],
	['half a file', '{"controls":', errorCodes.notJson, ''],
	['a list', [], errorCodes.badArguments, ''],
	['no scenes', { controls: {} }, errorCodes.badArguments, 'controls.scenes'],
	['an empty list of scenes', { controls: { scenes: [] } }, errorCodes.badArguments, 'controls.scenes'],
	['a scene that is a number', { scenes: [7] }, errorCodes.badArguments, 'scenes.0'],
	['a scene without an id', { scenes: [{ controls: [] }] }, errorCodes.badArguments, 'scenes.0.sceneID'],
	[
		'controls that are text',
		{ scenes: [{ sceneID: 'a', controls: 'x' }] },
		errorCodes.badArguments,
		'scenes.0.controls'
	],
	['no kind', withControls({ controlID: 'a' }), errorCodes.unknownControlType, 'controls.scenes.0.controls.0.kind'],
	[
		'a text that is an object',
		withControls({ controlID: 'a', kind: 'label' }, { controlID: 'b', kind: 'button', text: {} }),
		errorCodes.badArguments,
		'controls.scenes.0.controls.1.text'
	],
	[
		'a control twice',
		withControls({ controlID: 'a', kind: 'label' }, { controlID: 'a', kind: 'button' }),
		errorCodes.controlExists,
		'controls.scenes.0.controls.1.controlID'
	],
	[
		'an endless cooldown',
		withControls({ controlID: 'a', kind: 'button', meta: { tributary: { cooldownMs: 1e99 } } }),
		errorCodes.badArguments,
		'controls.scenes.0.controls.0.meta.tributary.cooldownMs'
	],
	[
		'an effect without a type',
		withControls({ controlID: 'a', kind: 'button', meta: { tributary: { effects: [{}] } } }),
		errorCodes.badArguments,
		'controls.scenes.0.controls.0.meta.tributary.effects.0.type'
	]
])('%s is refused at its path', (_, value, code, path) => {
	expect(refusal(value)).toMatchObject({ code, path });
});

test('what is too large, too deep or too many is refused before it costs anything', () => {
	const many = Array.from({ length: 501 }, (_, index) => ({ controlID: `c${index}`, kind: 'label' }));

	expect(refusal(`"${'x'.repeat(2_000_001)}"`).code).toBe(errorCodes.outOfMemory);
	expect(refusal(`${'['.repeat(100)}${']'.repeat(100)}`).code).toBe(errorCodes.outOfMemory);
	expect(refusal(withControls(...many)).code).toBe(errorCodes.outOfMemory);
	expect(refusal(withControls({ controlID: 'a', kind: 'x', blob: 'x'.repeat(20_000) })).code).toBe(
		errorCodes.outOfMemory
	);
});

test('names of the prototype never arrive', () => {
	const text =
		'{"scenes":[{"sceneID":"a","__proto__":{"polluted":1},"controls":[{"controlID":"c","kind":"x","constructor":1}]}]}';
	const board = parseMixerProject(text, 'b');

	expect(JSON.stringify(board)).not.toMatch(/__proto__|constructor|polluted/);
	expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
