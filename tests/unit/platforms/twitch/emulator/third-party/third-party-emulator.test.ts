import { expect, test } from 'vitest';
import { createThirdPartyEmulator } from '#lib/platforms/twitch/emulator/third-party/third-party-emulator.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

const emulator = createThirdPartyEmulator(createFakeEnvironment().environment.clock);
const get = (path: string) => emulator.fetch(new Request(`http://127.0.0.1:8788/${path}`));

test.each([
	'bttv/3/cached/emotes/global',
	'bttv/3/cached/users/twitch/100001',
	'ffz/v1/set/global',
	'ffz/v1/room/id/100001',
	'7tv/v3/emote-sets/global',
	'7tv/v3/users/twitch/100001',
	'7tv/v3/emote-sets/SET100001'
])('/%s may be read by any page', async (path) => {
	const answer = await get(path);

	expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
	expect(await answer.json()).toBeTypeOf('object');
});

test.each([
	'bttv/3/cached/users/twitch/100002',
	'ffz/v1/room/id/100002',
	'7tv/v3/users/twitch/100002',
	'7tv/v2',
	'bttv/'
])('/%s is 404 and may not be read by a page', async (path) => {
	const answer = await get(path);

	expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([404, null]);
});

test.each([
	'bttv/cdn/emote/5b1f2c0a9d3e4f5061728394/2x',
	'ffz/cdn/emote/720507/2',
	'7tv/cdn/emote/01HTIDE0000000000000000001/2x.webp'
])('/%s is an image', async (path) => {
	const answer = await get(path);

	expect(answer.headers.get('content-type')).toBe('image/svg+xml');
});
