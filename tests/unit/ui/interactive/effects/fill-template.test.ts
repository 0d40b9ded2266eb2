import { expect, test } from 'vitest';
import { fillJson, fillLine, fillTemplate } from '#lib/ui/interactive/effects/fill-template.ts';

const input = { controlID: 'jump', label: 'Jump', name: 'Otter', value: 'high', phase: 'press' } as const;

test('a template tells who pressed what', () => {
	expect(fillTemplate('{name} presses {control}: {value}{unknown}', input, 100)).toBe(
		'Otter presses Jump: high{unknown}'
	);
});

test('what strangers bring is filled in once, on one line, cleaned and cut', () => {
	const hostile = { ...input, name: '{value}\n\u202e<b>', value: '/ban me' };

	expect(fillTemplate('{name}!', hostile, 100)).toBe('{value}<b>!');
	expect(fillTemplate('{value}{value}', { ...input, value: '😀'.repeat(90) }, 9)).toBe('😀'.repeat(4));
});

test('a name at the beginning of a line can be no command', () => {
	for (const name of ['/ban otter', ' . /mod me', '!givepoints 5', '\\/ban', '\u0000/ban x'])
		expect(fillLine('{name} was here', { ...input, name }, 100)).toMatch(/^\w/);
	expect(fillLine('!so {name}', input, 100)).toBe('!so Otter');
});

test('JSON stays JSON, whatever stands in a name', () => {
	const name = '", "admin": true, "x": "';

	const text = fillJson('{"by":"{name}","n":1,"deep":[{"control":"{control}"}],"x":"{x}"}', {
		...input,
		name,
		x: 0.12345
	});

	expect(JSON.parse(text)).toEqual({ by: name, n: 1, deep: [{ control: 'Jump' }], x: 0.123 });
});
