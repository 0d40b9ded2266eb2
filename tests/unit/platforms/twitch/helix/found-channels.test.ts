import { expect, test } from 'vitest';
import { listLiveChannels } from '#lib/platforms/twitch/live-channels.ts';
import { requestAvatars } from '#lib/platforms/twitch/helix/avatars.ts';
import { searchChannels } from '#lib/platforms/twitch/helix/search-channels.ts';
import { answer, createHelix } from './helix-fixture.ts';

const stream = {
	id: '9',
	user_id: '42',
	user_login: 'otter',
	user_name: 'Otter',
	title: 'Rafts\u202e and\u0007 rivers',
	game_id: '27284',
	game_name: 'Retro',
	viewer_count: 12,
	started_at: '2026-01-01T11:00:00Z'
};
const found = {
	id: '43',
	broadcaster_login: 'otterly',
	display_name: '  ',
	title: '',
	game_name: '',
	is_live: false,
	thumbnail_url: 'https://evil.invalid/x/43-profile_image-300x300.png'
};

async function collect<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
	const collected: Item[] = [];
	for await (const item of items) collected.push(item);
	return collected;
}

test('followed channels that are live come with what they show, cleaned, and pinned ones after them', async () => {
	const pinned = { ...stream, user_id: '50', user_login: 'seal', user_name: 'Seal', game_id: '', game_name: '' };
	const { helix, calls } = createHelix([answer(200, { data: [stream] }), answer(200, { data: [pinned] })]);

	const channels = await collect(listLiveChannels(helix, ['42', '50']));

	expect(channels.map(({ person }) => person.userId)).toEqual(['42', '50']);
	expect(channels[0]).toEqual({
		person: { userId: '42', login: 'otter', displayName: 'Otter' },
		live: true,
		title: 'Rafts and rivers',
		category: 'Retro',
		viewers: 12
	});
	expect(calls.map(({ call }) => call)).toEqual([
		'GET /streams/followed?user_id=7&first=100',
		'GET /streams?user_id=50&first=100'
	]);
});

test('found channels that are live come first, with pictures from the fixed host alone', async () => {
	const live = { ...found, id: '44', broadcaster_login: 'otterlive', display_name: 'OtterLive', is_live: true };
	const { helix, calls } = createHelix([answer(200, { data: [found, live] })]);

	const channels = await searchChannels(helix, 'otter & co');

	expect(channels.map(({ person }) => person.displayName)).toEqual(['OtterLive', 'otterly']);
	expect(channels[1]?.avatarUrl).toBe('https://static-cdn.jtvnw.net/jtv_user_pictures/43-profile_image-300x300.png');
	expect(calls[0]?.call).toBe('GET /search/channels?query=otter+%26+co&first=20');
});

test('pictures are asked for at once, and of nobody not at all', async () => {
	const picture = { id: '42', profile_image_url: 'https://static-cdn.jtvnw.net/jtv_user_pictures/a.png' };
	const { helix, calls } = createHelix([answer(200, { data: [picture, { id: '43', profile_image_url: '' }] })]);

	expect([...(await requestAvatars(helix, ['42', '43']))]).toEqual([['42', picture.profile_image_url]]);
	expect((await requestAvatars(helix, [])).size).toBe(0);
	expect(calls.map(({ call }) => call)).toEqual(['GET /users?id=42&id=43']);
});

test('entries that are not what they should be are left out, and an answer that is no list is not believed', async () => {
	const strange = [{ ...stream, user_id: '4 2' }, { ...found, broadcaster_login: '../x' }, null];
	const list = () => createHelix([answer(200, { data: strange })]).helix;
	const page = () => createHelix([answer(200, '<html>')]).helix;

	expect(await collect(listLiveChannels(list(), []))).toEqual([]);
	expect(await searchChannels(list(), 'x')).toEqual([]);
	await expect(collect(listLiveChannels(page(), []))).rejects.toThrow();
	await expect(searchChannels(page(), 'x')).rejects.toThrow();
});
