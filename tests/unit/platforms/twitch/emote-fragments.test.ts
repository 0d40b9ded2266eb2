import { expect, test } from 'vitest';
import { fragmentsText, type Fragment } from '#lib/model/fragment.ts';
import { cutEmotes } from '#lib/platforms/twitch/emote-fragments.ts';

const text = (value: string): Fragment => ({ type: 'text', text: value });
const emote = (id: string, name: string): Fragment => ({
	type: 'emote',
	text: name,
	emote: { provider: 'twitch', id, name }
});

test('an emote is cut out at its place', () => {
	expect(cutEmotes('hi Kappa !', '25:3-7')).toEqual([text('hi '), emote('25', 'Kappa'), text(' !')]);
});

test('several emotes in any order are cut out in the order of the text', () => {
	expect(cutEmotes('LUL Kappa LUL', '25:4-8/425618:0-2,10-12')).toEqual([
		emote('425618', 'LUL'),
		text(' '),
		emote('25', 'Kappa'),
		text(' '),
		emote('425618', 'LUL')
	]);
});

test('an emote after a surrogate pair keeps its position', () => {
	expect(cutEmotes('😀 Kappa', '25:2-6')).toEqual([text('😀 '), emote('25', 'Kappa')]);
});

test.each([
	['past the end', '25:41-45'],
	['half past the end', '25:3-12'],
	['reversed', '25:7-3'],
	['without dash', '25:04'],
	['without ranges', '25'],
	['negative', '25:-1-3'],
	['not a number', '25:a-b'],
	['hostile id', '..%2fx:3-7'],
	['empty', ':/,']
])('a range that is %s leaves the text as it is', (_, tag) => {
	expect(cutEmotes('hi Kappa', tag)).toEqual([text('hi Kappa')]);
});

test('of two overlapping emotes the first stays', () => {
	expect(cutEmotes('Kappa Pride', '25:0-4/99:3-8')).toEqual([emote('25', 'Kappa'), text(' Pride')]);
});

test('control characters and U+E0000 vanish without moving an emote', () => {
	const fragments = cutEmotes('a\u0007b Kappa \u{E0000}', '25:4-8');

	expect(fragments).toEqual([text('ab '), emote('25', 'Kappa'), text(' ')]);
	expect(fragmentsText(fragments)).toBe('ab Kappa ');
});

test('mentions and links between emotes are found', () => {
	expect(cutEmotes('@Ada Kappa https://example.invalid/x', '25:5-9').map((fragment) => fragment.type)).toEqual([
		'mention',
		'text',
		'emote',
		'text',
		'link'
	]);
});
