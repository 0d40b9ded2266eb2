import { decorateFragments } from '#lib/model/decorate-fragments.ts';
import { fragmentsText, type Emote, type Fragment } from '#lib/model/fragment.ts';
import { createPictureIndex } from '#lib/model/picture-index.ts';
import { expect, test } from 'vitest';

const emote = (name: string, overlaid = false): Emote => ({
	provider: 'bttv',
	id: name,
	name,
	url: `/${name}`,
	overlaid
});
const text = (value: string): Fragment => ({ type: 'text', text: value });
const drawn = (name: string): Fragment => ({ type: 'emote', text: name, emote: emote(name) });
const kappa: Fragment = { type: 'emote', text: 'Kappa', emote: { provider: 'twitch', id: '25', name: 'Kappa' } };
const tier = (minBits: number) => ({ minBits, color: '#979797', dark: `/dark/${minBits}`, light: `/light/${minBits}` });
const index = createPictureIndex([
	{
		emotes: [emote('catJAM'), emote('constructor'), emote('snow', true), emote('rain', true)],
		cheermotes: [{ prefix: 'Cheer', tiers: [tier(100), tier(1)] }]
	}
]);

test('whole words become emotes, and only where they are written exactly so', () => {
	const fragments = decorateFragments([text('catJAM, catjam catJAM! catJAM  xcatJAM')], index);

	expect(fragments).toEqual([text('catJAM, catjam catJAM! '), drawn('catJAM'), text('  xcatJAM')]);
});

test('a message of nothing but emotes keeps its spaces', () => {
	expect(decorateFragments([text('catJAM catJAM')], index)).toEqual([drawn('catJAM'), text(' '), drawn('catJAM')]);
});

test('a word that touches another fragment is not a whole one', () => {
	const around: Fragment[] = [text('catJAM'), kappa, text('catJAM hi catJAM'), kappa, text('catJAM')];

	expect(decorateFragments(around, index)).toEqual(around);
});

test("Twitch's own emotes and links stay what they are", () => {
	const named = createPictureIndex([{ emotes: [emote('Kappa'), emote('https://a.invalid/')] }]);
	const fragments: Fragment[] = [
		kappa,
		text(' '),
		{ type: 'link', text: 'https://a.invalid/', url: 'https://a.invalid/' }
	];

	expect(decorateFragments(fragments, named)).toEqual(fragments);
});

test('zero-width emotes lie on the emote before them, whoever gave it', () => {
	const [stack, rest] = decorateFragments([kappa, text(' snow rain then')], index);

	expect(stack).toMatchObject({ text: 'Kappa snow rain', emote: { name: 'Kappa' } });
	expect(stack?.type === 'emote' && stack.overlays?.map(({ name }) => name)).toEqual(['snow', 'rain']);
	expect(rest).toEqual(text(' then'));
});

test('a zero-width emote after text stands alone', () => {
	const fragments = decorateFragments([kappa, text(' so snow')], index);

	expect(fragments.map(({ type }) => type)).toEqual(['emote', 'text', 'emote']);
});

test('a cheer takes the highest step that its amount reaches, in any case of letters', () => {
	const cheers = decorateFragments([text('cheer99 CHEER150')], index, 249).filter(({ type }) => type === 'cheer');

	expect(cheers.map((fragment) => fragment.type === 'cheer' && [fragment.cheer.bits, fragment.cheer.dark])).toEqual([
		[99, '/dark/1'],
		[150, '/dark/100']
	]);
});

test.each([
	['without bits', 'Cheer100', 0],
	['above what was given', 'Cheer100', 50],
	['of nothing', 'Cheer0', 100],
	['of no known word', 'Jeer100', 100],
	['within a word', 'xCheer100', 100],
	['of more digits than there is money', `Cheer${'9'.repeat(20)}`, 100]
])('an amount %s stays text', (_, word, bits) => {
	expect(decorateFragments([text(word)], index, bits)).toEqual([text(word)]);
});

test("the earlier set's emote stays where two have the same name", () => {
	const both = createPictureIndex([{ emotes: [{ ...emote('same'), id: 'first' }] }, { emotes: [emote('same')] }]);

	expect(both.emotes.get('same')?.id).toBe('first');
});

test('whatever the words, texts add up to the message', () => {
	const words = ['catJAM', 'snow', 'constructor', '__proto__', '', ' ', 'Cheer5', 'rain', '😀', 'toString'];
	for (let seed = 0; seed < 2_000; seed++) {
		const message = Array.from(
			{ length: 8 },
			(_, place) => words[(seed * 7 + place * place * (seed % 13)) % words.length]
		);
		const fragments = [text(message.slice(0, 4).join(' ')), kappa, text(message.slice(4).join(' '))];

		expect(fragmentsText(decorateFragments(fragments, index, 10))).toBe(fragmentsText(fragments));
	}
});
