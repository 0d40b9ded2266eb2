import { ProtocolError } from '#lib/model/errors.ts';
import { decodeBadges } from '#lib/platforms/twitch/badges/badges.ts';
import { decodeCheermotes } from '#lib/platforms/twitch/badges/cheermotes.ts';
import { decodeBttvChannel, decodeBttvGlobal } from '#lib/platforms/twitch/emotes/bttv.ts';
import { decodeFfzGlobal, decodeFfzRoom } from '#lib/platforms/twitch/emotes/ffz.ts';
import { decodeSevenTvSet, decodeSevenTvUser } from '#lib/platforms/twitch/emotes/seventv.ts';
import { expect, test } from 'vitest';

const host = 'https://images.test';
const hostileIds = ['../x', 'a/b', 'a?b', '', 'x'.repeat(65), -7, null, 'https://evil.invalid'];
const hostileNames = ['', 'two words', 'a\u0000b', 'x'.repeat(101), 7, 'a\u202eb'];

test('BetterTTV: an address is made of the id, and global overlays are known by name', () => {
	const answer = [
		{ id: 'abc123', code: 'nod', imageType: 'png', animated: false },
		{ id: 'abc124', code: 'SoSnowy', imageType: 'png', animated: false, url: 'https://evil.invalid/x' }
	];

	expect(decodeBttvGlobal(answer, host).emotes).toEqual([
		{ provider: 'bttv', id: 'abc123', name: 'nod', url: `${host}/emote/abc123/2x`, ratio: 1 },
		{ provider: 'bttv', id: 'abc124', name: 'SoSnowy', url: `${host}/emote/abc124/2x`, ratio: 1, overlaid: true }
	]);
});

test("BetterTTV: a channel's own and shared emotes both count, with their width", () => {
	const answer = {
		channelEmotes: [{ id: 'a', code: 'own', width: 84, height: 28 }],
		sharedEmotes: [{ id: 'b', code: 'shared', user: {} }]
	};

	expect(decodeBttvChannel(answer, host).emotes?.map(({ name, ratio }) => [name, ratio])).toEqual([
		['own', 3],
		['shared', 1]
	]);
});

test('FrankerFaceZ: only default sets are everyone’s, and the largest of one and two is taken', () => {
	const one = (id: number, more = {}) => ({
		id,
		name: `e${id}`,
		width: 28,
		height: 28,
		urls: { '1': '//evil', '2': '//evil' },
		...more
	});
	const answer = {
		default_sets: [3, 9],
		sets: {
			'3': { emoticons: [one(1), one(2, { urls: { '1': '//x' } }), one(3, { animated: { '1': '', '2': '' } })] },
			'4330': { emoticons: [one(4)] }
		}
	};

	expect(decodeFfzGlobal(answer, host).emotes?.map(({ url }) => url)).toEqual([
		`${host}/emote/1/2`,
		`${host}/emote/2/1`,
		`${host}/emote/3/animated/2`
	]);
});

test('FrankerFaceZ: a modifier lies over an emote, and one that is only an effect is no picture', () => {
	const one = (id: number, flags: number) => ({
		id,
		name: `e${id}`,
		modifier: true,
		modifier_flags: flags,
		urls: { '1': '' }
	});

	const { emotes } = decodeFfzRoom({ room: {}, sets: { '7': { emoticons: [one(1, 0), one(2, 1)] } } }, host);

	expect(emotes?.map(({ name, overlaid }) => [name, overlaid])).toEqual([['e1', true]]);
});

test.each([
	['since August 2026', { emote_set_id: 'SET', emote_set: null }, { id: 'SET' }],
	['before', { emote_set_id: null, emote_set: { id: 'SET', emotes: [] } }, { id: 'SET', emotes: [] }],
	['with a stub', { emote_set_id: 'SET', emote_set: { id: 'SET' } }, { id: 'SET' }],
	['of someone without a set', { emote_set_id: null, emote_set: null }, {}]
])('7TV: the answer on a user %s is understood', (_, answer, set) => {
	expect(decodeSevenTvUser(answer)).toEqual(set);
});

test('7TV: zero-width is told by the entry or by the emote behind it', () => {
	const files = [{ width: 96, height: 32 }];
	const entry = (id: string, flags: number, behind: number) => ({
		id,
		name: id,
		flags,
		data: { flags: behind, host: { url: '//evil.invalid', files } }
	});

	const { emotes } = decodeSevenTvSet({ emotes: [entry('A', 0, 0), entry('B', 1, 0), entry('C', 0, 256)] }, host);

	expect(emotes?.map(({ url, ratio, overlaid }) => [url, ratio, overlaid])).toEqual([
		[`${host}/emote/A/2x.webp`, 3, undefined],
		[`${host}/emote/B/2x.webp`, 3, true],
		[`${host}/emote/C/2x.webp`, 3, true]
	]);
});

test('an animated emote also has an image that stands still', () => {
	const bttv = decodeBttvGlobal([{ id: 'a', code: 'a', animated: true }], host);
	const ffzEmote = { id: 1, name: 'a', urls: { '1': '', '2': '' }, animated: { '1': '' } };
	const ffz = decodeFfzRoom({ sets: { '1': { emoticons: [ffzEmote] } } }, host);
	const sevenTv = decodeSevenTvSet({ emotes: [{ id: 'A', name: 'a', data: { animated: true } }] }, host);

	const images = [bttv, ffz, sevenTv].flatMap(({ emotes = [] }) => emotes.map(({ url, stillUrl }) => [url, stillUrl]));

	expect(images).toEqual([
		[`${host}/emote/a/2x`, `${host}/emote/a/static/2x.webp`],
		[`${host}/emote/1/animated/1`, `${host}/emote/1/2`],
		[`${host}/emote/A/2x.webp`, `${host}/emote/A/2x_static.webp`]
	]);
});

test('an empty 7TV set is one without emotes', () => {
	expect(decodeSevenTvSet({ id: 'x', emotes: undefined }, host)).toEqual({ emotes: [] });
});

test('hostile ids and names are left out, the others stay', () => {
	const entries = [
		...hostileIds.map((id) => ({ id, name: 'n', code: 'n', urls: {} })),
		...hostileNames.map((name) => ({ id: 'ok', name, code: name, urls: {} }))
	];

	const good = { id: 'good', name: 'good', code: 'good' };
	const bttv = decodeBttvGlobal([...entries, good], host);
	const sevenTv = decodeSevenTvSet({ emotes: [...entries, good] }, host);
	const ffz = decodeFfzRoom({ sets: { '1': { emoticons: [...entries, { id: 5, name: 'good', urls: {} }] } } }, host);

	for (const { emotes } of [bttv, sevenTv, ffz]) expect(emotes?.map(({ name }) => name)).toEqual(['good']);
});

test.each([
	['BetterTTV', () => decodeBttvGlobal({ emotes: [] }, host)],
	['BetterTTV of a channel', () => decodeBttvChannel([], host)],
	['FrankerFaceZ', () => decodeFfzGlobal({ sets: {} }, host)],
	['FrankerFaceZ of a channel', () => decodeFfzRoom({ sets: null }, host)],
	['7TV', () => decodeSevenTvSet('html', host)],
	['7TV of a user', () => decodeSevenTvUser({ emote_set_id: '../x' })],
	['badges', () => decodeBadges({ badges: {} }, host)],
	['cheermotes', () => decodeCheermotes(null, host)]
])('%s in another shape is said, not guessed', (_, decode) => {
	expect(decode).toThrow(ProtocolError);
});

test('badges and cheermotes get their addresses on the configured hosts', () => {
	const path = '/actions/cheer/dark/animated/1/2.gif';
	const tier = (minBits: number) => ({ minBits, color: '#979797', dark: path, light: path });

	const { badges } = decodeBadges(
		{
			badges: [
				{ set: 'vip', version: '1', title: '<b>VIP</b>', image: 'aa-1' },
				{ set: 'vip', version: '2', title: 'x', image: '../' }
			]
		},
		host
	);
	const { cheermotes } = decodeCheermotes(
		{
			cheermotes: [{ prefix: 'Cheer', tiers: [tier(1), { ...tier(9), dark: '//evil.invalid/a/b/c.gif' }, tier(100)] }]
		},
		host
	);

	expect(badges).toEqual([{ set: 'vip', version: '1', title: '<b>VIP</b>', url: `${host}/badges/v1/aa-1/2` }]);
	expect(cheermotes?.[0]?.tiers.map(({ minBits, dark }) => [minBits, dark])).toEqual([
		[100, `${host}${path}`],
		[1, `${host}${path}`]
	]);
});
