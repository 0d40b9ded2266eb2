import { expect, test } from 'vitest';
import type { Notification, TwitchEmulator } from '#lib/platforms/twitch/emulator/twitch-emulator.ts';
import { createEmulator, openReader } from '../emulator-fixture.ts';
import { createHelixCaller } from './helix-caller.ts';

const channel = 'tidalkit';
const room = 'broadcaster_id=100001&moderator_id=100001';
const everyScope = ['automod', 'unban_requests', 'suspicious_users', 'blocked_terms', 'warnings']
	.map((subject) => `moderator:manage:${subject}`)
	.join(' ');

const createCaller = (emulator: TwitchEmulator, login = channel, scope = everyScope) =>
	createHelixCaller(emulator, scope, login);

function listen(emulator: TwitchEmulator): Notification[] {
	const heard: Notification[] = [];
	emulator.onNotification((notification) => heard.push(notification));
	return heard;
}

const held = { channel, login: 'gannetgoblin', text: 'rude words' };
const decide = (messageId: string, action: string) => ({ user_id: '100001', msg_id: messageId, action });

test('a held message is told, and read in chat only once it is allowed', async () => {
	const { emulator } = createEmulator();
	const call = await createCaller(emulator);
	const reader = openReader(emulator, channel);
	const heard = listen(emulator);

	const id = emulator.queues.held.hold({ ...held, category: 'aggressive', level: 2 });

	expect(reader.lines).toEqual([]);
	expect(heard[0]).toMatchObject({
		type: 'automod.message.hold',
		about: { broadcaster_user_id: '100001' },
		event: {
			message_id: id,
			user_login: 'gannetgoblin',
			reason: 'automod',
			automod: { category: 'aggressive', level: 2 }
		}
	});
	expect(await call('POST /moderation/automod/message', decide(id, 'ALLOW'))).toEqual({ status: 204 });
	expect(reader.lines[0]).toMatch(/gannetgoblin\.tmi\.twitch\.tv PRIVMSG #tidalkit :rude words$/);
	expect(heard[1]).toMatchObject({
		type: 'automod.message.update',
		event: { message_id: id, status: 'approved', moderator_user_login: channel }
	});
});

test('a message is decided once; an expired one is found no more', async () => {
	const { emulator, clock } = createEmulator();
	const call = await createCaller(emulator);
	const reader = openReader(emulator, channel);
	const heard = listen(emulator);
	const id = emulator.queues.held.hold(held);
	const late = emulator.queues.held.hold(held);

	expect(await call('POST /moderation/automod/message', decide(id, 'DENY'))).toEqual({ status: 204 });
	expect(await call('POST /moderation/automod/message', decide(id, 'ALLOW'))).toMatchObject({ status: 400 });
	clock.tick(5 * 60_000);
	expect(await call('POST /moderation/automod/message', decide(late, 'ALLOW'))).toMatchObject({ status: 404 });

	expect(reader.lines.filter((line) => line.includes('PRIVMSG'))).toEqual([]);
	expect(heard.slice(2).map(({ event }) => event['status'])).toEqual(['denied', 'expired']);
});

test.each([
	[{ msg_id: 'x', action: 'ALLOW' }, 401],
	[decide('x', 'allow'), 400],
	[decide('', 'ALLOW'), 400],
	[decide('x', 'ALLOW'), 404]
])('a decision %j is answered with %i', async (body, status) => {
	const { emulator } = createEmulator();

	expect(await (await createCaller(emulator))('POST /moderation/automod/message', body)).toMatchObject({ status });
});

test('an unban request that is approved ends the ban, once', async () => {
	const { emulator } = createEmulator();
	const call = await createCaller(emulator);
	const heard = listen(emulator);
	const id = emulator.queues.unbanRequests.file({ channel, login: 'barnaclebytes', text: 'sorry' });
	const path = `/moderation/unban_requests?${room}`;
	const resolve = `PATCH ${path}&unban_request_id=${id}`;

	expect((await call(`GET ${path}&status=pending`)).data).toMatchObject([{ id, text: 'sorry', user_id: '100117' }]);
	expect(await call(`${resolve}&status=approved&resolution_text=welcome`)).toMatchObject({ status: 200 });
	expect((await call(`GET ${path}&status=pending`)).data).toEqual([]);
	expect((await call(`GET ${path}&status=approved`)).data).toMatchObject([
		{ id, moderator_login: channel, resolution_text: 'welcome' }
	]);
	expect(await call(`${resolve}&status=denied`)).toMatchObject({ status: 400 });
	expect(heard.map(({ type }) => type)).toEqual([
		'channel.unban_request.create',
		'channel.unban_request.resolve',
		'channel.unban'
	]);
	expect(heard[1]?.event).toMatchObject({ id, status: 'approved', resolution_text: 'welcome', user_id: '100117' });
});

test.each([
	['GET', '', 400],
	['GET', '&status=PENDING', 400],
	['GET', '&status=pending&first=101', 400],
	['GET', '&status=pending&after=nonsense', 400],
	['PATCH', '&status=approved', 400],
	['PATCH', '&status=approved&unban_request_id=none', 404],
	['PATCH', '&status=canceled&unban_request_id=none', 400],
	['PATCH', `&status=denied&unban_request_id=none&resolution_text=${'x'.repeat(501)}`, 400]
])('unban requests: %s %s is answered with %i', async (method, query, status) => {
	const { emulator } = createEmulator();
	const call = await createCaller(emulator);

	expect(await call(`${method} /moderation/unban_requests?${room}${query}`)).toMatchObject({ status });
});

test('what a restricted viewer says is told to those who look after the channel alone', async () => {
	const { emulator } = createEmulator();
	const call = await createCaller(emulator);
	const reader = openReader(emulator, channel);
	const path = `/moderation/suspicious_users?${room}`;
	const line = { channel, login: 'gannetgoblin', text: 'psst' };

	const marked = await call(`POST ${path}`, { user_id: '100114', status: 'RESTRICTED' });
	const heard = listen(emulator);
	emulator.queues.suspicious.say(line);

	expect(marked.data).toMatchObject([{ user_id: '100114', status: 'RESTRICTED' }]);
	expect(reader.lines).toEqual([]);
	expect((await call(`DELETE ${path}&user_id=100114`)).data).toMatchObject([{ status: 'NO_TREATMENT' }]);
	emulator.queues.suspicious.say(line);
	expect(reader.lines).toHaveLength(1);
	expect(heard.map(({ type, event }) => [type, event['low_trust_status']])).toEqual([
		['channel.suspicious_user.message', 'restricted'],
		['channel.suspicious_user.update', 'none'],
		['channel.suspicious_user.message', 'none']
	]);
});

test.each([
	[{ user_id: '100114', status: 'NONE' }],
	[{ user_id: '1', status: 'RESTRICTED' }],
	[{ user_id: '100102', status: 'RESTRICTED' }]
])('a mark %j is refused', async (body) => {
	const { emulator } = createEmulator();
	const call = await createCaller(emulator);

	expect(await call(`POST /moderation/suspicious_users?${room}`, body)).toMatchObject({ status: 400 });
});

test('blocked terms are listed page by page, newest first, each once', async () => {
	const { emulator } = createEmulator();
	const call = await createCaller(emulator);
	const path = `/moderation/blocked_terms?${room}`;
	const heard = listen(emulator);
	for (const text of ['one', 'two', 'three', 'two']) await call(`POST ${path}`, { text });

	const first = await call(`GET ${path}&first=2`);
	const second = await call(`GET ${path}&first=2&after=${first.pagination?.cursor ?? ''}`);
	const removed = await call(`DELETE ${path}&id=${String(second.data?.[0]?.['id'])}`);

	expect([first, second].map(({ data }) => data?.map(({ text }) => text))).toEqual([['three', 'two'], ['one']]);
	expect(second.pagination).toEqual({});
	expect(removed).toEqual({ status: 204 });
	expect((await call(`GET ${path}`)).data).toHaveLength(2);
	expect(heard.map(({ type, event }) => `${type} ${String(event['action'])}`).slice(-4)).toEqual([
		'automod.terms.update add_blocked',
		'channel.moderate add_blocked_term',
		'automod.terms.update remove_blocked',
		'channel.moderate remove_blocked_term'
	]);
	expect(heard).toHaveLength(8);
});

test.each([['x'], ['x'.repeat(501)], [7]])('the term %j is refused', async (text) => {
	const { emulator } = createEmulator();
	const call = await createCaller(emulator);

	expect(await call(`POST /moderation/blocked_terms?${room}`, { text })).toMatchObject({ status: 400 });
});

test('a warning is told, and so is that it was acknowledged', async () => {
	const { emulator } = createEmulator();
	const call = await createCaller(emulator);
	const heard = listen(emulator);

	await call(`POST /moderation/warnings?${room}`, { data: { user_id: '100114', reason: 'be kind' } });
	emulator.queues.acknowledge({ channel, login: 'gannetgoblin' });
	emulator.queues.acknowledge({ channel, login: 'gannetgoblin' });

	expect(heard.map(({ type, event }) => [type, event['user_login'], event['reason']])).toEqual([
		['channel.warning.send', 'gannetgoblin', 'be kind'],
		['channel.warning.acknowledge', 'gannetgoblin', undefined]
	]);
});

test.each([
	['POST /moderation/automod/message', 'moderator:manage:automod', decide('x', 'ALLOW')],
	[`GET /moderation/unban_requests?${room}&status=pending`, 'moderator:read:unban_requests', undefined],
	[`PATCH /moderation/unban_requests?${room}`, 'moderator:manage:unban_requests', undefined],
	[`POST /moderation/suspicious_users?${room}`, 'moderator:manage:suspicious_users', {}],
	[`DELETE /moderation/suspicious_users?${room}`, 'moderator:manage:suspicious_users', undefined],
	[`GET /moderation/blocked_terms?${room}`, 'moderator:read:blocked_terms', undefined],
	[`POST /moderation/blocked_terms?${room}`, 'moderator:manage:blocked_terms', {}],
	[`DELETE /moderation/blocked_terms?${room}`, 'moderator:manage:blocked_terms', undefined]
])('%s needs the scope %s', async (call, scope, body) => {
	const { emulator } = createEmulator();

	expect(await (await createCaller(emulator, channel, 'chat:read'))(call, body)).toMatchObject({
		status: 401,
		message: `Missing scope: ${scope}`
	});
});

test('only those who look after a channel may decide', async () => {
	const { emulator } = createEmulator();
	const call = await createCaller(emulator, 'quietharbor');
	const id = emulator.queues.held.hold(held);
	const stranger = 'broadcaster_id=100001&moderator_id=100003';

	expect(
		await call('POST /moderation/automod/message', { user_id: '100003', msg_id: id, action: 'ALLOW' })
	).toMatchObject({ status: 403 });
	expect(await call(`GET /moderation/blocked_terms?${stranger}`)).toMatchObject({ status: 403 });
});

test('a reset forgets every queue', async () => {
	const { emulator } = createEmulator();
	const id = emulator.queues.held.hold(held);
	emulator.queues.unbanRequests.file(held);

	emulator.reset();

	const call = await createCaller(emulator);
	expect(await call('POST /moderation/automod/message', decide(id, 'ALLOW'))).toMatchObject({ status: 404 });
	expect((await call(`GET /moderation/unban_requests?${room}&status=pending`)).data).toEqual([]);
});
