import { expect, test } from 'vitest';
import { createEmulator, get } from '../emulator-fixture.ts';
import { createHelixCaller, type HelixAnswer } from './helix-caller.ts';

const follows = 'user:read:follows';

async function ask(path: string, scope = follows): Promise<HelixAnswer> {
	const { emulator } = createEmulator();
	return (await createHelixCaller(emulator, scope))(`GET ${path}`);
}

const names = ({ data }: HelixAnswer, key: string) => data?.map((entry) => entry[key]);

test('who is on the air is listed, the most watched first, and nobody else', async () => {
	const { emulator } = createEmulator();
	const call = await createHelixCaller(emulator, '');

	expect(names(await call('GET /streams'), 'user_login')).toEqual([
		'anemonearcade',
		'tidalkit',
		'mosslantern',
		'coralcompiler'
	]);
	emulator.setLive('tidalkit', false);
	expect((await call('GET /streams?user_id=100001')).data).toEqual([]);
	emulator.setLive('quietharbor', true);
	expect((await call('GET /streams?user_login=quietharbor')).data).toEqual([
		expect.objectContaining({ user_id: '100003', type: 'live', started_at: '2026-01-01T12:00:00Z', viewer_count: 25 })
	]);
});

test('streams are found by category and language', async () => {
	expect(names(await ask('/streams?game_id=1469308723'), 'user_login')).toEqual(['tidalkit', 'coralcompiler']);
	expect(names(await ask('/streams?language=de'), 'user_login')).toEqual([]);
});

test('a list is given in pages, each with the cursor of the next', async () => {
	const { emulator } = createEmulator();
	const call = await createHelixCaller(emulator, '');

	const first = await call('GET /streams?first=3');
	const second = await call(`GET /streams?first=3&after=${encodeURIComponent(first.pagination?.cursor ?? '')}`);

	expect(names(first, 'user_login')).toHaveLength(3);
	expect(names(second, 'user_login')).toEqual(['coralcompiler']);
	expect(second.pagination).toEqual({});
});

test.each(['first=0', 'first=101', 'first=x', 'after=zz', 'after=%20', 'after=bm8='])(
	'a page of "%s" is refused',
	async (query) => {
		expect((await ask(`/streams?${query}`)).status).toBe(400);
	}
);

test('of the channels that one follows, those on the air are told with what they stream', async () => {
	const answer = await ask('/streams/followed?user_id=100001');

	expect(names(answer, 'user_login')).toEqual(['anemonearcade', 'mosslantern', 'coralcompiler']);
	expect(answer.data?.[0]).toMatchObject({ game_name: 'Retro', viewer_count: 1340, tags: ['Arcade'] });
});

test('the channels that one follows are told, the newest follow first, with their number', async () => {
	const answer = await ask('/channels/followed?user_id=100001&first=2');
	const one = await ask('/channels/followed?user_id=100001&broadcaster_id=100002');

	expect(answer.total).toBe(5);
	expect(names(answer, 'broadcaster_login')).toEqual(['sazanami_boat', 'coralcompiler']);
	expect(one.data).toEqual([
		{
			broadcaster_id: '100002',
			broadcaster_login: 'mosslantern',
			broadcaster_name: 'MossLantern',
			followed_at: '2024-03-01T00:00:00Z'
		}
	]);
});

test.each(['/streams/followed', '/channels/followed'])('%s takes its scope, and is for oneself alone', async (path) => {
	expect(await ask(`${path}?user_id=100001`, 'user:read:chat')).toMatchObject({
		status: 401,
		message: 'Missing scope: user:read:follows'
	});
	expect((await ask(`${path}?user_id=100002`)).status).toBe(401);
	expect((await ask(path)).status).toBe(400);
});

test('channels are found by how their name begins, live or not, but nobody who is suspended', async () => {
	const found = await ask('/search/channels?query=s');

	expect(names(found, 'broadcaster_login')).toEqual(['saltandstatic', 'sazanami_boat']);
	expect(names(await ask('/search/channels?query=さざ'), 'broadcaster_login')).toEqual(['sazanami_boat']);
	expect(names(await ask('/search/channels?query=m&live_only=true'), 'broadcaster_login')).toEqual(['mosslantern']);
	expect(found.data?.[0]).toMatchObject({ id: '100103', is_live: false, started_at: '' });
	expect((await ask('/search/channels?query=%20')).status).toBe(400);
});

test('categories are found by any part of their name and by their id', async () => {
	const found = await ask('/search/categories?query=lighthouse');

	expect(found.data).toEqual([
		{
			id: '900001',
			name: 'Lighthouse Keeper',
			box_art_url: 'https://static-cdn.jtvnw.net/ttv-boxart/900001_IGDB-52x72.jpg'
		},
		expect.objectContaining({ id: '900002' })
	]);
	expect((await ask('/games?id=27284&name=Art&name=art')).data).toEqual([
		expect.objectContaining({ id: '27284', box_art_url: expect.stringMatching(/27284-\{width\}x\{height\}\.jpg$/) }),
		expect.objectContaining({ id: '509660' })
	]);
	expect((await ask('/games')).status).toBe(400);
	expect((await ask('/search/categories?query=')).status).toBe(400);
});

test('the picture of a category is where its address says, and of no other', async () => {
	const { emulator } = createEmulator();

	expect((await get(emulator, '/cdn/ttv-boxart/900001_IGDB-52x72.jpg')).headers.get('content-type')).toBe(
		'image/svg+xml'
	);
	expect((await get(emulator, '/cdn/ttv-boxart/900001-52x72.jpg')).status).toBe(404);
});
