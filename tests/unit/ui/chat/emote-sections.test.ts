import type { EmoteGroup } from '#lib/model/chat-pictures.ts';
import { emoteSections, findEmotes } from '#lib/ui/chat/emote-sections.ts';
import { expect, test } from 'vitest';

function group(service: EmoteGroup['service'], global: boolean, names: readonly string[]): EmoteGroup {
	return { service, global, emotes: names.map((name) => ({ provider: 'bttv', id: `${service}-${name}`, name })) };
}

const groups = [
	group('twitch', true, ['Kappa', 'LUL']),
	group('7tv', false, ['otterHype']),
	group('7tv', true, ['buoyBob', 'Kappa'])
];
const names = ({ emotes }: { readonly emotes: readonly { readonly name: string }[] }) => emotes.map(({ name }) => name);

test("what was used before comes first, then the channel's own, then global emotes", () => {
	const sections = emoteSections(groups, ['LUL', 'goneSince']);

	expect(sections.map(({ key }) => key)).toEqual(['recent', '7tv/false', 'twitch/true', '7tv/true']);
	expect(sections[0] && names(sections[0])).toEqual(['LUL']);
});

test('a set of thousands does not fill the page, and is counted', () => {
	const many = group(
		'7tv',
		true,
		Array.from({ length: 3_000 }, (_, index) => `emote${index}`)
	);

	const [section] = emoteSections([many], []);

	expect(section?.emotes.length).toBe(60);
	expect(section?.more).toBe(2_940);
	expect(findEmotes([many], 'emote').emotes.length).toBe(120);
	expect(names(findEmotes([many], 'emote2999'))).toEqual(['emote2999']);
});

test('a word is found in any case, its beginning before its middle, and once', () => {
	expect(names(findEmotes(groups, 'kap'))).toEqual(['Kappa']);
	expect(names(findEmotes([group('bttv', true, ['catJam', 'jamCat'])], ' JAM '))).toEqual(['jamCat', 'catJam']);
	expect(names(findEmotes(groups, 'zzz'))).toEqual([]);
});
