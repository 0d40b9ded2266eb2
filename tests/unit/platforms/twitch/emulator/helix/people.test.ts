import { expect, test } from 'vitest';
import type { Clock } from '#lib/transport/clock.ts';
import { Accounts } from '#lib/platforms/twitch/emulator/accounts.ts';
import type { HelixEndpoint } from '#lib/platforms/twitch/emulator/helix/endpoint.ts';
import { followerEndpoints } from '#lib/platforms/twitch/emulator/helix/followers.ts';
import { moderationEndpoints } from '#lib/platforms/twitch/emulator/helix/moderation.ts';
import { ownChannelEndpoints } from '#lib/platforms/twitch/emulator/helix/own-channel.ts';
import { peopleEndpoints } from '#lib/platforms/twitch/emulator/helix/people.ts';
import { Chat } from '#lib/platforms/twitch/emulator/irc/chat.ts';
import { Notifications, type Notification } from '#lib/platforms/twitch/emulator/notifications.ts';
import { seededUsers } from '#lib/platforms/twitch/emulator/seed.ts';
import { Streams } from '#lib/platforms/twitch/emulator/streams.ts';
import { panelScopes } from '#lib/platforms/twitch/panel-scopes.ts';

const tidalkit = 'broadcaster_id=100001';
const asModerator = `${tidalkit}&moderator_id=100001`;
const somebody = '200001';
const now = Date.UTC(2026, 0, 1, 12);
const clock: Clock = { now: () => now, setTimeout: () => 0, clearTimeout: () => {} };

interface Answer {
	readonly status: number;
	readonly message: string;
	readonly total: number;
	readonly points: number;
	readonly data: readonly Record<string, unknown>[];
	readonly pagination: { readonly cursor?: string };
}

/** The endpoints about people, and what they tell EventSub. */
function createPeople() {
	const accounts = new Accounts(seededUsers);
	const notifications = new Notifications();
	const told: Notification[] = [];
	notifications.on((notification) => told.push(notification));
	const chat = new Chat(clock, () => 0, accounts);
	const parts = { accounts, chat, notifications, streams: new Streams(clock, accounts, notifications) };
	const families = [peopleEndpoints, followerEndpoints, moderationEndpoints, ownChannelEndpoints];
	const endpoints: readonly HelixEndpoint[] = families.flatMap((family) => family(parts));
	const call = async (
		name: string,
		{
			body,
			scopes = panelScopes,
			userId = '100001'
		}: { body?: unknown; scopes?: readonly string[]; userId?: string } = {}
	): Promise<Answer> => {
		const [method = '', path = ''] = name.split(' ');
		const url = new URL(`http://emulator.invalid${path}`);
		const endpoint = endpoints.find((one) => one.method === method && one.path === url.pathname);
		if (!endpoint) throw new Error(`There is no ${name}.`);
		const request = new Request(url, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
		const token = { clientId: 'panel', userId, scopes, expiresAt: Infinity } as never;
		const response = await endpoint.answer({ request, query: url.searchParams, token });
		const text = await response.text();
		return { ...(text && (JSON.parse(text) as object)), status: response.status } as Answer;
	};
	return { call, told, accounts };
}

async function readAll(call: ReturnType<typeof createPeople>['call'], path: string): Promise<readonly string[]> {
	const ids: string[] = [];
	for (let cursor: string | undefined = ''; cursor !== undefined;) {
		const { data, pagination } = await call(`GET ${path}${cursor && `&after=${encodeURIComponent(cursor)}`}`);
		ids.push(...data.map(({ user_id: id }) => String(id)));
		cursor = pagination.cursor;
	}
	return ids;
}

test('a crowd fills the lists, and neither signs in nor moderates', () => {
	const { accounts } = createPeople();

	expect(accounts.users).toHaveLength(seededUsers.length);
	expect(accounts.crowd.length).toBeGreaterThan(300);
	expect(new Set(accounts.crowd.map(({ login }) => login)).size).toBe(accounts.crowd.length);
	expect(accounts.crowd.every(({ login }) => /^[a-z0-9]{4,25}$/.test(login))).toBe(true);
	expect(accounts.crowd.some(({ canSignIn }) => canSignIn)).toBe(false);
});

test.each([
	[`/chat/chatters?${asModerator}&first=100`, true],
	[`/channels/followers?${tidalkit}&first=100`, true],
	[`/subscriptions?${tidalkit}&first=20`, true],
	[`/moderation/moderators?${tidalkit}&first=2`, false],
	[`/channels/vips?${tidalkit}&first=2`, false],
	[`/moderation/banned?${tidalkit}&first=2`, false]
])('%s is read page by page, each person once', async (path, hasTotal) => {
	const { call } = createPeople();

	const ids = await readAll(call, path);

	expect(ids.length).toBeGreaterThan(2);
	expect(new Set(ids).size).toBe(ids.length);
	expect((await call(`GET ${path}`)).total).toBe(hasTotal ? ids.length : undefined);
});

test.each([
	['moderator:read:chatters', `/chat/chatters?${asModerator}`],
	['moderation:read', `/moderation/moderators?${tidalkit}`],
	['channel:read:vips', `/channels/vips?${tidalkit}`],
	['channel:read:subscriptions', `/subscriptions?${tidalkit}`],
	['moderation:read', `/moderation/banned?${tidalkit}`]
])('without %s, GET %s is 401 and names the scope', async (scope, path) => {
	const { call } = createPeople();

	expect(await call(`GET ${path}`, { scopes: ['chat:read'] })).toMatchObject({
		status: 401,
		message: `Missing scope: ${scope}`
	});
});

test.each([
	['channel:manage:moderators', `/moderation/moderators?${tidalkit}`],
	['channel:manage:vips', `/channels/vips?${tidalkit}`],
	['moderator:manage:banned_users', `/moderation/banned?${tidalkit}`]
])('%s is enough for GET %s', async (scope, path) => {
	expect(await createPeople().call(`GET ${path}`, { scopes: [scope] })).toMatchObject({ status: 200 });
});

test.each([
	`/chat/chatters?${asModerator}&first=1001`,
	`/moderation/banned?${tidalkit}&first=101`,
	`/channels/vips?${tidalkit}&first=0`,
	`/subscriptions?${tidalkit}&after=elsewhere`,
	'/moderation/banned'
])('%s is refused', async (path) => {
	expect((await createPeople().call(`GET ${path}`)).status).toBe(400);
});

test('only the owner reads who is banned, a moderator also who is in chat', async () => {
	const { call } = createPeople();
	const asWarden = { userId: '100102' };

	expect((await call(`GET /moderation/banned?${tidalkit}`, asWarden)).status).toBe(401);
	expect((await call(`GET /chat/chatters?${tidalkit}&moderator_id=100102`, asWarden)).status).toBe(200);
});

test('a subscription tells its tier and who gave it, and counts as points', async () => {
	const { data, points, total } = await createPeople().call(`GET /subscriptions?${tidalkit}&first=100`);

	expect(data.find(({ is_gift: gift }) => gift)).toMatchObject({ gifter_login: 'pixelgull', tier: '3000' });
	expect(points).toBeGreaterThan(total);
});

test('a ban is listed with what was said of it and told, and is gone once it is lifted', async () => {
	const { call, told } = createPeople();
	const find = () => call(`GET /moderation/banned?${tidalkit}&user_id=${somebody}`);

	await call(`POST /moderation/bans?${asModerator}`, {
		body: { data: { user_id: somebody, duration: 600, reason: 'caps' } }
	});
	const { data } = await find();
	await call(`DELETE /moderation/bans?${asModerator}&user_id=${somebody}`);

	expect(data).toMatchObject([
		{ user_id: somebody, reason: 'caps', expires_at: '2026-01-01T12:10:00Z', moderator_login: 'tidalkit' }
	]);
	expect((await find()).data).toEqual([]);
	expect(told.map(({ type, event }) => `${type} ${String(event['action'] ?? event['ends_at'] ?? '')}`)).toEqual([
		'channel.ban 2026-01-01T12:10:00Z',
		'channel.moderate timeout',
		'channel.unban ',
		'channel.moderate untimeout'
	]);
	expect(told[1]?.event).toMatchObject({
		moderator_user_login: 'tidalkit',
		timeout: { user_id: somebody, reason: 'caps' },
		ban: null
	});
});

test('who is banned has left the chat, who is timed out has not', async () => {
	const { call } = createPeople();
	const ban = (userId: string, duration?: number) =>
		call(`POST /moderation/bans?${asModerator}`, { body: { data: { user_id: userId, duration } } });

	await ban('100103');
	await ban('100104', 60);

	const ids = await readAll(call, `/chat/chatters?${asModerator}&first=1000`);
	expect(ids).not.toContain('100103');
	expect(ids).toContain('100104');
});

test('roles are listed and told as they are given and taken', async () => {
	const { call, told } = createPeople();
	const vips = async () => (await call(`GET /channels/vips?${tidalkit}&user_id=${somebody}`)).data.length;

	await call(`POST /channels/vips?${tidalkit}&user_id=${somebody}`);
	expect(await vips()).toBe(1);
	await call(`DELETE /channels/vips?${tidalkit}&user_id=${somebody}`);
	await call(`POST /moderation/moderators?${tidalkit}&user_id=${somebody}`);

	expect(await vips()).toBe(0);
	expect(told.filter(({ type }) => type !== 'channel.moderate').map(({ type }) => type)).toEqual([
		'channel.vip.add',
		'channel.vip.remove',
		'channel.moderator.add'
	]);
	expect(told.at(-1)?.event).toMatchObject({ action: 'mod', mod: { user_id: somebody } });
});

test('there are ten VIPs at most, and none before a community was built', async () => {
	const { call } = createPeople();
	const { data } = await call(`GET /channels/vips?${tidalkit}`);
	const make = (id: number) => call(`POST /channels/vips?${tidalkit}&user_id=${id}`);
	for (let index = data.length; index < 10; index++) expect((await make(200_002 + index)).status).toBe(204);

	expect((await make(200_101)).status).toBe(409);
	const early = await call('POST /channels/vips?broadcaster_id=100003&user_id=200001', { userId: '100003' });
	expect(early.status).toBe(425);
});

test('ten roles are changed in ten seconds, and no more', async () => {
	const { call } = createPeople();
	const make = (id: number) => call(`POST /moderation/moderators?${tidalkit}&user_id=${id}`);
	for (let index = 0; index < 10; index++) expect((await make(200_101 + index)).status).toBe(204);

	expect((await make(200_150)).status).toBe(429);
});

test('after a reset everybody is again what they were', async () => {
	const { call, accounts } = createPeople();
	await call(`POST /channels/vips?${tidalkit}&user_id=${somebody}`);

	accounts.reset();

	expect((await call(`GET /channels/vips?${tidalkit}&user_id=${somebody}`)).data).toEqual([]);
});
