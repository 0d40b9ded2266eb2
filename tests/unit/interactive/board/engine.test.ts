import { expect, test } from 'vitest';
import { seededRandom } from '#lib/emulator/seeded-random.ts';
import { press } from '#lib/interactive/board/engine.ts';
import { endRest, moveGroup, setPaused, switchControl } from '#lib/interactive/board/engine-change.ts';
import { createEngine, engineLimits } from '#lib/interactive/board/engine-state.ts';
import { leave, tick } from '#lib/interactive/board/engine-time.ts';
import { ballot, createBoard, play, pressOf, pushOf } from '#tests/support/played-board.ts';

test('a press rests its control for everybody, wherever the next one comes from', () => {
	const board = createBoard({ jump: { rules: { cooldownMs: 500, inputs: { chat: '!jump' } } } });
	const chat = pressOf('jump', 'bob', { source: 'chat', platform: 'twitch', userId: '9' });

	const { reasons, triggers } = play(createEngine(board), [
		[0, pressOf('jump')],
		[499, chat],
		[500, chat]
	]);

	expect(reasons).toEqual(['ok', 'cooling', 'ok']);
	expect(triggers.map(({ input }) => input.source)).toEqual(['viewer', 'chat']);
});

test('the room is told until when a control rests', () => {
	const { updates } = press(
		createEngine(createBoard({ jump: { rules: { cooldownMs: 500 } } })),
		pressOf('jump'),
		1_000
	);

	expect(updates).toEqual([{ sceneID: 'default', controlID: 'jump', cooldown: 1_500 }]);
});

test('a joystick tells the mean of where each last pushed, and rests when all have let go', () => {
	const board = createBoard({ stick: { kind: 'joystick', rules: { aggregate: 'mean', windowMs: 100 } } });

	const { triggers } = play(createEngine(board), [
		[0, pushOf('stick', 'ann', 1, 0)],
		[10, pushOf('stick', 'bob', 0, 1)],
		[20, pushOf('stick', 'ann', 0.5, 0)],
		[100, undefined],
		[110, pushOf('stick', 'bob', 0, 0)],
		[200, undefined],
		[210, pushOf('stick', 'ann', 0, 0)],
		[300, undefined],
		[400, undefined]
	]);

	expect(triggers.map(({ point }) => point)).toEqual([
		{ x: 0.25, y: 0.5 },
		{ x: 0.5, y: 0 },
		{ x: 0, y: 0 }
	]);
});

test('whoever leaves does not push any more', () => {
	const board = createBoard({ stick: { kind: 'joystick', rules: { aggregate: 'mean', windowMs: 100 } } });
	const { state } = play(createEngine(board), [
		[0, pushOf('stick', 'ann', 1, 0)],
		[1, pushOf('stick', 'bob', -1, 0)]
	]);

	const { triggers } = tick(leave(state, 'session:bob', 50).state, 100);

	expect(triggers[0]?.point).toEqual({ x: 1, y: 0 });
});

test('a mean stays within the circle whatever is pushed, by however many', () => {
	const board = createBoard({ stick: { kind: 'joystick', rules: { aggregate: 'mean', windowMs: 50 } } });
	const random = seededRandom(11);
	let state = createEngine(board);
	const lengths: number[] = [];
	for (let now = 0; now < 5_000; now += 5) {
		const angle = random() * 7;
		const input = pushOf('stick', `v${Math.floor(random() * 200)}`, Math.cos(angle), Math.sin(angle));
		const step = tick(press(state, input, now).state, now);
		state = step.state;
		for (const { point } of step.triggers) lengths.push(Math.hypot(point?.x ?? NaN, point?.y ?? NaN));
	}

	expect(lengths.length).toBeGreaterThan(90);
	expect(Math.max(...lengths)).toBeLessThanOrEqual(1 + 1e-9);
});

test('the first of a window counts, and the next ones come too late', () => {
	const board = createBoard({ buzz: { rules: { aggregate: 'first', windowMs: 200 } } });

	const { reasons } = play(createEngine(board), [
		[0, pressOf('buzz', 'ann')],
		[199, pressOf('buzz', 'bob')],
		[200, pressOf('buzz', 'bob')]
	]);

	expect(reasons).toEqual(['ok', 'late', 'ok']);
});

test('whoever pushes a joystick first keeps it until they let go', () => {
	const board = createBoard({ stick: { kind: 'joystick', rules: { aggregate: 'first', windowMs: 500 } } });

	const { reasons } = play(createEngine(board), [
		[0, pushOf('stick', 'ann', 1, 0)],
		[400, pushOf('stick', 'bob', 0, 1)],
		[450, pushOf('stick', 'ann', 0.5, 0)],
		[900, pushOf('stick', 'bob', 0, 1)],
		[910, pushOf('stick', 'ann', 0, 0)],
		[920, pushOf('stick', 'bob', 0, 1)]
	]);

	expect(reasons).toEqual(['ok', 'late', 'ok', 'late', 'ok', 'ok']);
});

test('the last of a window counts, when it ends', () => {
	const board = createBoard({ name: { kind: 'textbox', rules: { aggregate: 'last', windowMs: 200 } } });
	const write = (name: string, value: string) => pressOf('name', name, { event: 'submit', value });

	const { triggers } = play(createEngine(board), [
		[0, write('ann', 'Gerald')],
		[150, write('bob', 'Otto')],
		[200, undefined]
	]);

	expect(triggers.map(({ input }) => input.value)).toEqual(['Otto']);
});

test('a button that several hold is let go by the last of them, or when they leave', () => {
	const up = (name: string) => pressOf('run', name, { event: 'mouseup' });
	const { triggers, state } = play(createEngine(createBoard({ run: {} })), [
		[0, pressOf('run', 'ann')],
		[1, pressOf('run', 'bob')],
		[2, up('ann')],
		[3, up('stranger')]
	]);

	const gone = leave(state, 'session:bob', 4);

	expect(triggers.map(({ phase, held }) => [phase, held])).toEqual([
		['press', true],
		['press', true]
	]);
	expect(gone.triggers.map(({ phase }) => phase)).toEqual(['release']);
});

test('a control that costs something takes no chat command alone, but sparks, points and bits', () => {
	const board = createBoard({ bomb: { rules: { cost: 50, inputs: { chat: '!bomb', bits: 10 } } } });
	const chat = pressOf('bomb', 'bob', { source: 'chat' });

	const { reasons } = play(createEngine(board), [
		[0, chat],
		[1, { ...chat, source: 'reward', paid: true }],
		[2, { ...chat, source: 'bits', paid: true }],
		[3, pressOf('bomb', 'ann', { paid: true })]
	]);

	expect(reasons).toEqual(['unpaid', 'ok', 'ok', 'ok']);
});

test('what the streamer switches off, pauses or hides is not pressed', () => {
	const scenes = [
		{ sceneID: 'default', controls: [{ control: { controlID: 'a', kind: 'button' } }] },
		{ sceneID: 'end', controls: [] }
	];
	const state = createEngine(createBoard({}, { scenes }));
	const a = state.controls.get('default\na');
	if (!a) throw new Error('There is no a.');

	const reasons = [switchControl(state, a, true).state, setPaused(state, true), moveGroup(state, 'default', 'end')].map(
		(one) => press(one, pressOf('a'), 0).result
	);

	expect(reasons).toEqual([
		{ accepted: false, reason: 'disabled' },
		{ accepted: false, reason: 'paused' },
		{ accepted: false, reason: 'unknown' }
	]);
});

test('a rest can be ended by the streamer', () => {
	const { state } = play(createEngine(createBoard({ jump: { rules: { cooldownMs: 500 } } })), [[0, pressOf('jump')]]);
	const jump = state.controls.get('default\njump');
	if (!jump) throw new Error('There is no jump.');

	expect(press(endRest(state, jump, 10).state, pressOf('jump'), 10).result.accepted).toBe(true);
});

test('votes, means and held buttons are bounded: whoever comes on top is refused', () => {
	const stick = { kind: 'joystick', rules: { aggregate: 'mean' } };
	let state = createEngine(createBoard({ left: ballot, stick, run: {} }));
	let refused = 0;
	for (let index = 0; index < engineLimits.people + 100; index++)
		for (const input of [
			pressOf('left', `v${index}`),
			pushOf('stick', `v${index}`, 1, 0),
			pressOf('run', `v${index}`)
		]) {
			const step = press(state, input, 1);
			state = step.state;
			if (!step.result.accepted) refused++;
		}

	expect(refused).toBe(200);
	expect([...state.contests.values()].map(({ people }) => people.size)).toEqual([engineLimits.people]);
	expect([...state.means.values()].map(({ people }) => people.size)).toEqual([engineLimits.people]);
	expect([...state.holders.values()].map(({ people }) => people.size)).toEqual([engineLimits.people]);
});

test.each(['every', 'first', 'last', 'vote'])(
	'however thousands press a control of kind "%s", it is never triggered twice within its cooldown',
	(aggregate) => {
		const board = createBoard({
			a: { rules: { cooldownMs: 300, aggregate, windowMs: 120 } },
			b: { rules: { cooldownMs: 700, aggregate, windowMs: 90 } }
		});
		const random = seededRandom(7);
		let state = createEngine(board);
		const fired: Record<string, number[]> = { a: [], b: [] };
		for (let now = 0; now < 20_000; now += Math.floor(random() * 20)) {
			const input = pressOf(random() < 0.5 ? 'a' : 'b', `v${Math.floor(random() * 50)}`);
			const step = random() < 0.2 ? tick(state, now) : press(state, input, now);
			state = step.state;
			for (const { controlID } of step.triggers) fired[controlID]?.push(now);
		}

		expect(closest(fired['a'] ?? [])).toBeGreaterThanOrEqual(300);
		expect(closest(fired['b'] ?? [])).toBeGreaterThanOrEqual(700);
		expect(fired['a']?.length).toBeGreaterThan(10);
	}
);

function closest(times: readonly number[]): number {
	return Math.min(...times.slice(1).map((time, index) => time - (times[index] ?? 0)));
}
