import { ConnectionError } from '#lib/model/errors.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import type { PictureSource } from '#lib/platforms/picture-source.ts';
import { findTwitchPictures } from '#lib/platforms/twitch/twitch-pictures.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';
import { expect, test } from 'vitest';

const appOrigin = 'https://tributary.test';
const userAnswer = { [`${appOrigin}/api/twitch/users/tidalkit`]: { id: '100001', login: 'tidalkit' } };

/** The sources of TidalKit's channel, and what they ask for; an address without an answer is 404. */
function open(answers: Readonly<Record<string, unknown>>) {
	const asked: string[] = [];
	const { environment } = createFakeEnvironment({
		fetch({ url }) {
			asked.push(url);
			const answer = answers[url];
			if (answer instanceof Response) return answer.clone();
			return answer === undefined ? new Response(null, { status: 404 }) : Response.json(answer);
		}
	});
	const config = defaultConfig(appOrigin);
	const sources = findTwitchPictures({ channelKey: 'tidalkit', config, appOrigin, environment });
	const source = (key: string) => sources.find((one) => one.key === key) as PictureSource;
	return { sources, source, asked };
}

test("every source has a key of its own, and a channel's own go first", () => {
	const { sources } = open({});

	expect(new Set(sources.map(({ key }) => key)).size).toBe(sources.length);
	expect(sources.map(({ global }) => global)).toEqual([...Array(5).fill(false), ...Array(4).fill(true)]);
});

test('all sources of a channel ask once who its owner is', async () => {
	const { sources, asked } = open(userAnswer);

	await Promise.all(sources.map((source) => source.request()));

	expect(asked.filter((url) => url.includes('/users/tidalkit'))).toHaveLength(1);
	expect(asked).toContain(`${appOrigin}/api/twitch/badges/100001`);
	expect(asked).toContain('https://api.betterttv.net/3/cached/users/twitch/100001');
	expect(asked).toContain('https://api.frankerfacez.com/v1/room/id/100001');
});

test("7TV's emotes of a channel take a second call, to the set that the first one names", async () => {
	const emotes = [{ id: 'A1', name: 'nod' }];
	const { source } = open({
		...userAnswer,
		'https://7tv.io/v3/users/twitch/100001': { emote_set_id: 'SET1', emote_set: null },
		'https://7tv.io/v3/emote-sets/SET1': { emotes }
	});

	const answer = await source('7tv/tidalkit').request();

	expect(
		source('7tv/tidalkit')
			.decode(answer)
			.emotes?.map(({ name }) => name)
	).toEqual(['nod']);
});

test("BetterTTV's changes of a channel are followed by its owner's Twitch id, which its answer does not hold", async () => {
	const { source } = open({
		...userAnswer,
		'https://api.betterttv.net/3/cached/users/twitch/100001': {
			id: 'b2',
			channelEmotes: [],
			sharedEmotes: [{ id: 'A1', code: 'nod' }]
		}
	});
	const { request, decode, news } = source('bttv/tidalkit');

	const answer = await request();

	expect(decode(answer).emotes?.map(({ name }) => name)).toEqual(['nod']);
	expect(news?.topicOf(answer)).toBe('100001');
});

test('an older 7TV answer that holds its emotes needs no second call', async () => {
	const { source, asked } = open({
		...userAnswer,
		'https://7tv.io/v3/users/twitch/100001': { emote_set: { id: 'SET1', emotes: [{ id: 'A1', name: 'nod' }] } }
	});

	const answer = await source('7tv/tidalkit').request();

	expect(source('7tv/tidalkit').decode(answer).emotes).toHaveLength(1);
	expect(asked.some((url) => url.includes('emote-sets'))).toBe(false);
});

test('a channel that nobody knows has nothing, and no service is asked', async () => {
	const { source, asked } = open({});

	expect(await source('bttv/tidalkit').request()).toBeUndefined();
	expect(asked).toEqual([`${appOrigin}/api/twitch/users/tidalkit`]);
});

test('after a failed look-up of the owner the next request asks again', async () => {
	const answers: Record<string, unknown> = {
		[`${appOrigin}/api/twitch/users/tidalkit`]: new Response('', { status: 503 })
	};
	const { source, asked } = open(answers);
	await expect(source('ffz/tidalkit').request()).rejects.toBeInstanceOf(ConnectionError);

	Object.assign(answers, userAnswer);
	await source('ffz/tidalkit').request();

	expect(asked.at(-1)).toBe('https://api.frankerfacez.com/v1/room/id/100001');
});

test.each([{ id: '../100001' }, { id: 100001 }, {}, 'text', null])(
	'an owner that the Worker answers as %j never enters an address',
	async (answer) => {
		const { source, asked } = open({ [`${appOrigin}/api/twitch/users/tidalkit`]: answer });

		await expect(source('bttv/tidalkit').request()).rejects.toThrow('which user');
		expect(asked).toHaveLength(1);
	}
);
