import { expect, test } from 'vitest';
import { requestBan, requestBanned } from '#lib/platforms/twitch/helix/banned.ts';
import { requestChatters } from '#lib/platforms/twitch/helix/chatters.ts';
import { requestFollowers } from '#lib/platforms/twitch/helix/followers.ts';
import { requestModerators } from '#lib/platforms/twitch/helix/moderators.ts';
import type { PeoplePages } from '#lib/platforms/twitch/helix/people-pages.ts';
import { requestProfile } from '#lib/platforms/twitch/helix/profiles.ts';
import type { Helix } from '#lib/platforms/twitch/helix/request.ts';
import { requestSubscribers } from '#lib/platforms/twitch/helix/subscribers.ts';
import { requestVips } from '#lib/platforms/twitch/helix/vips.ts';
import { answer, createHelix } from './helix-fixture.ts';

const named = { user_id: '42', user_login: 'otter', user_name: 'Otter' };
const otter = { userId: '42', login: 'otter', displayName: 'Otter' };

async function readAll(pages: PeoplePages) {
	const read = [];
	for await (const page of pages) read.push(page);
	return read;
}

test.each<[string, (helix: Helix, broadcasterId: string) => PeoplePages, string]>([
	['moderator:read:chatters', requestChatters, '/chat/chatters?broadcaster_id=7&moderator_id=7&first=1000'],
	['moderation:read', requestModerators, '/moderation/moderators?broadcaster_id=7&first=100'],
	['channel:manage:vips', requestVips, '/channels/vips?broadcaster_id=7&first=100'],
	['moderator:read:followers', requestFollowers, '/channels/followers?broadcaster_id=7&first=100'],
	['channel:read:subscriptions', requestSubscribers, '/subscriptions?broadcaster_id=7&first=100'],
	['moderator:manage:banned_users', requestBanned, '/moderation/banned?broadcaster_id=7&first=100']
])('a list that takes %s is read page by page', async (scope, request, path) => {
	const entry = { ...named, followed_at: '2025-02-14T00:00:00Z', tier: '1000', is_gift: false, expires_at: '' };
	const first = answer(200, { data: [entry], pagination: { cursor: 'next' }, total: 2 });
	const second = answer(200, { data: [{ ...entry, user_id: '43' }], pagination: {}, total: 2 });
	const server = createHelix([first, second], [scope]);

	const pages = await readAll(request(server.helix, '7'));

	expect(server.calls.map(({ call }) => call)).toEqual([`GET ${path}`, `GET ${path}&after=next`]);
	expect(pages.map(({ items, total }) => [items[0]?.userId, total])).toEqual([
		['42', 2],
		['43', 2]
	]);
	await expect(request(createHelix([], ['chat:read']).helix, '7').next()).rejects.toMatchObject({ scope });
});

test('followers tell since when, subscribers their tier and giver', async () => {
	const follow = { ...named, followed_at: '2025-02-14T00:00:00Z' };
	const gift = { ...named, tier: '2000', is_gift: true, gifter_name: 'Pixel\u202eGull' };

	const [followers] = await readAll(requestFollowers(createHelix([answer(200, { data: [follow] })]).helix, '7'));
	const [subscribers] = await readAll(requestSubscribers(createHelix([answer(200, { data: [gift] })]).helix, '7'));

	expect(followers?.items).toEqual([{ ...otter, since: Date.UTC(2025, 1, 14) }]);
	expect(subscribers?.items).toEqual([{ ...otter, subscription: { tier: '2000', gifted: true, gifter: 'PixelGull' } }]);
});

test('a ban has no end, a time-out has one, and both say why', async () => {
	const ban = { ...named, created_at: '2025-06-01T00:00:00Z', expires_at: '', reason: 'spam', moderator_name: 'Ada' };
	const server = createHelix([
		answer(200, { data: [ban, { ...ban, user_id: '43', expires_at: '2025-06-02T00:00:00Z' }] })
	]);

	const [page] = await readAll(requestBanned(server.helix, '7'));

	expect(page?.items.map(({ ban: kept }) => kept)).toEqual([
		{ reason: 'spam', by: 'Ada' },
		{ reason: 'spam', by: 'Ada', endsAt: Date.UTC(2025, 5, 2) }
	]);
});

test('one viewer’s ban is asked for, and another’s is not taken for it', async () => {
	const server = createHelix([answer(200, { data: [{ ...named, user_id: '41', expires_at: '' }] })]);

	expect(await requestBan(server.helix, '7', '42')).toBeUndefined();
	expect(server.calls[0]?.call).toBe('GET /moderation/banned?broadcaster_id=7&user_id=42');
});

test.each([
	[{ ...named, user_id: '../9' }],
	[{ ...named, user_login: 'Otter<b>' }],
	[{ ...named, user_name: 'x'.repeat(61) }],
	[{ user_login: 'otter' }],
	['otter'],
	[null]
])('an entry like %j is left out', async (entry) => {
	const server = createHelix([answer(200, { data: [entry, { ...named, user_name: '\u202e' }] })]);

	const [page] = await readAll(requestModerators(server.helix, '7'));

	expect(page?.items).toEqual([{ ...otter, displayName: 'otter' }]);
});

test('somebody is looked up by login, the picture from the fixed host, and nobody is nobody', async () => {
	const picture = 'https://evil.invalid/a/b-300x300.png';
	const user = { id: '42', login: 'otter', display_name: 'Otter', profile_image_url: picture };
	const server = createHelix([answer(200, { data: [user] }), answer(200, { data: [] })]);
	const avatarUrl = `${server.helix.config.twitch.imageUrl}/jtv_user_pictures/b-300x300.png`;

	expect(await requestProfile(server.helix, 'otter')).toEqual({ platform: 'twitch', ...otter, avatarUrl });
	expect(await requestProfile(server.helix, 'nobody')).toBeUndefined();
	expect(server.calls[0]?.call).toBe('GET /users?login=otter');
});
