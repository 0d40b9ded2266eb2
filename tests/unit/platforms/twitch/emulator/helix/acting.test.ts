import { expect, test } from 'vitest';
import type { TwitchEmulator } from '#lib/platforms/twitch/emulator/twitch-emulator.ts';
import { base, client, createEmulator, openReader, signIn } from '../emulator-fixture.ts';

const owner = 'tidalkit';
const room = 'broadcaster_id=100001&moderator_id=100001';
const everyScope = [
	...['user:write:chat', 'user:manage:chat_color', 'user:manage:whispers', 'channel:manage:broadcast'],
	...['channel:manage:moderators', 'channel:manage:vips', 'channel:manage:raids', 'moderator:manage:announcements'],
	...['moderator:manage:banned_users', 'moderator:manage:chat_messages', 'moderator:manage:chat_settings'],
	...['moderator:manage:shoutouts', 'moderator:manage:warnings']
].join(' ');

interface Answer {
	readonly status: number;
	readonly message?: string;
	readonly data?: readonly Record<string, unknown>[];
}

/** Signs an account in and returns what calls Helix as it. */
async function createCaller(emulator: TwitchEmulator, login = owner, scope = everyScope) {
	const { access_token } = await signIn(emulator, login, scope);
	const headers = { 'client-id': client.client_id, authorization: `Bearer ${access_token}` };
	return async (call: string, body?: unknown): Promise<Answer> => {
		const [method = '', path = ''] = call.split(' ');
		const request = new Request(`${base}/helix${path}`, {
			method,
			headers,
			...(body !== undefined && { body: JSON.stringify(body) })
		});
		const response = await emulator.fetch(request);
		const text = await response.text();
		return { ...(text && (JSON.parse(text) as object)), status: response.status };
	};
}

const written = (message: string) => ({ broadcaster_id: '100001', sender_id: '100001', message });

test('a message is read by everyone, its sender too, under the id that was answered', async () => {
	const { emulator } = createEmulator();
	const call = await createCaller(emulator);
	const reader = openReader(emulator, owner);

	const { data } = await call('POST /chat/messages', written('hello all'));

	expect(data).toEqual([{ message_id: expect.any(String), is_sent: true, drop_reason: null }]);
	expect(reader.lines[0]).toContain(`;id=${String(data?.[0]?.['message_id'])};`);
	expect(reader.lines[0]).toMatch(/ PRIVMSG #tidalkit :hello all$/);
});

test('what the room does not let through is 200, not sent, with a reason', async () => {
	const { emulator } = createEmulator();
	const call = await createCaller(emulator);
	await call('POST /chat/messages', written('again'));

	const { status, data } = await call('POST /chat/messages', written('again'));

	expect(status).toBe(200);
	expect(data).toEqual([
		{
			message_id: '',
			is_sent: false,
			drop_reason: { code: 'msg_duplicate', message: expect.stringContaining('the same') }
		}
	]);
});

test.each([
	['user:write:chat', 'POST /chat/messages', written('x')],
	['user:manage:chat_color', 'PUT /chat/color?user_id=100001&color=blue', undefined],
	['user:manage:whispers', 'POST /whispers?from_user_id=100001&to_user_id=100002', { message: 'x' }],
	['moderator:manage:announcements', `POST /chat/announcements?${room}`, { message: 'x' }],
	['moderator:manage:chat_settings', `PATCH /chat/settings?${room}`, { emote_mode: true }],
	['moderator:manage:chat_messages', `DELETE /moderation/chat?${room}`, undefined],
	['moderator:manage:banned_users', `POST /moderation/bans?${room}`, { data: { user_id: '100002' } }],
	['moderator:manage:banned_users', `DELETE /moderation/bans?${room}&user_id=100002`, undefined],
	['moderator:manage:warnings', `POST /moderation/warnings?${room}`, { data: { user_id: '100002', reason: 'x' } }],
	[
		'moderator:manage:shoutouts',
		'POST /chat/shoutouts?from_broadcaster_id=100001&to_broadcaster_id=100002&moderator_id=100001',
		undefined
	],
	['channel:manage:moderators', 'POST /moderation/moderators?broadcaster_id=100001&user_id=100002', undefined],
	['channel:manage:vips', 'DELETE /channels/vips?broadcaster_id=100001&user_id=100002', undefined],
	['channel:manage:raids', 'POST /raids?from_broadcaster_id=100001&to_broadcaster_id=100002', undefined],
	['channel:manage:broadcast', 'POST /streams/markers', { user_id: '100001' }]
])('without %s, %s is 401 and names the scope', async (scope, call, body) => {
	const { emulator } = createEmulator();
	const others = everyScope.replace(scope, '').trim();

	expect(await (await createCaller(emulator, owner, others))(call, body)).toMatchObject({
		status: 401,
		message: `Missing scope: ${scope}`
	});
	expect((await (await createCaller(emulator))(call, body)).status).not.toBe(401);
});

test('nobody acts in the name of another, nor where one is no moderator', async () => {
	const { emulator } = createEmulator();
	const call = await createCaller(emulator, 'mosslantern');

	const asOther = await call(`DELETE /moderation/chat?${room}`);
	const asStranger = await call('DELETE /moderation/chat?broadcaster_id=100003&moderator_id=100002');

	expect(asOther).toMatchObject({ status: 401, message: expect.stringMatching(/^The ID in moderator_id must match/) });
	expect(asStranger.status).toBe(403);
});

test('a timeout is seen by readers and keeps the viewer out until it is lifted', async () => {
	const { emulator } = createEmulator();
	const streamer = await createCaller(emulator);
	const viewer = await createCaller(emulator, 'quietharbor');
	const userId = emulator.users.find(({ login }) => login === 'quietharbor')?.id ?? '';
	const reader = openReader(emulator, owner);
	const say = () => viewer('POST /chat/messages', { ...written(`hi ${reader.lines.length}`), sender_id: userId });

	const { status } = await streamer(`POST /moderation/bans?${room}`, { data: { user_id: userId, duration: 60 } });
	const refused = await say();
	await streamer(`DELETE /moderation/bans?${room}&user_id=${userId}`);

	expect(status).toBe(200);
	expect(reader.lines[0]).toMatch(/ban-duration=60.* CLEARCHAT #tidalkit :quietharbor$/);
	expect(refused.data?.[0]).toMatchObject({ is_sent: false, drop_reason: { code: 'msg_timedout' } });
	expect((await say()).data?.[0]).toMatchObject({ is_sent: true });
});

test('one message is deleted by its id, and without an id all of them', async () => {
	const { emulator } = createEmulator();
	const call = await createCaller(emulator);
	const { data } = await call('POST /chat/messages', written('regretted'));
	const id = String(data?.[0]?.['message_id']);
	const reader = openReader(emulator, owner);

	const one = await call(`DELETE /moderation/chat?${room}&message_id=${id}`);
	const unknown = await call(`DELETE /moderation/chat?${room}&message_id=nothing`);
	const all = await call(`DELETE /moderation/chat?${room}`);

	expect([one.status, unknown.status, all.status]).toEqual([204, 404, 204]);
	expect(reader.lines[0]).toMatch(new RegExp(`target-msg-id=${id};.* CLEARMSG #tidalkit :regretted$`));
	expect(reader.lines[1]).toMatch(/ CLEARCHAT #tidalkit$/);
});

test.each([
	[{ slow_mode: true, slow_mode_wait_time: 2 }],
	[{ slow_mode: true, slow_mode_wait_time: 121 }],
	[{ slow_mode_wait_time: 30 }],
	[{ follower_mode: false, follower_mode_duration: 10 }],
	[{ follower_mode: true, follower_mode_duration: 129_601 }]
])('modes of %j are a bad request and change nothing', async (body) => {
	const { emulator } = createEmulator();
	const call = await createCaller(emulator);
	const reader = openReader(emulator, owner);

	expect((await call(`PATCH /chat/settings?${room}`, body)).status).toBe(400);
	expect(reader.lines).toEqual([]);
});

test('a changed mode is answered with all of them and told to the room', async () => {
	const { emulator } = createEmulator();
	const call = await createCaller(emulator);
	const reader = openReader(emulator, owner);

	const { data } = await call(`PATCH /chat/settings?${room}`, { slow_mode: true, slow_mode_wait_time: 10 });

	expect(data?.[0]).toMatchObject({ slow_mode: true, slow_mode_wait_time: 10, emote_mode: false });
	expect(reader.lines[0]).toBe('@room-id=100001;slow=10 :tmi.twitch.tv ROOMSTATE #tidalkit');
});

test('announcements come in their colour, one every two seconds', async () => {
	const { emulator, clock } = createEmulator();
	const call = await createCaller(emulator);
	const reader = openReader(emulator, owner);
	const announce = (color: string) => call(`POST /chat/announcements?${room}`, { message: 'News', color });

	const statuses = [(await announce('green')).status, (await announce('green')).status];
	clock.tick(2_000);
	statuses.push((await announce('green')).status, (await announce('mauve')).status);

	expect(statuses).toEqual([204, 429, 204, 400]);
	expect(reader.lines[0]).toMatch(/msg-param-color=GREEN.* USERNOTICE #tidalkit :News$/);
});

test('a raid is prepared once and can be called off once', async () => {
	const { emulator } = createEmulator();
	const call = await createCaller(emulator);
	const start = () => call('POST /raids?from_broadcaster_id=100001&to_broadcaster_id=100002');
	const cancel = () => call('DELETE /raids?broadcaster_id=100001');

	const answers = [await cancel(), await start(), await start(), await cancel()];

	expect(answers.map(({ status }) => status)).toEqual([404, 200, 409, 204]);
});

test('a role that was given is worn in later lines, until it is taken or the world is reset', async () => {
	const { emulator } = createEmulator();
	const reader = openReader(emulator, owner);
	const badgesOf = () => {
		emulator.say({ channel: owner, login: 'quietharbor', text: 'ahoy' });
		return /badges=([^;]*);/.exec(reader.lines.at(-1) ?? '')?.[1];
	};
	const call = await createCaller(emulator);
	const role = '?broadcaster_id=100001&user_id=100003';

	const seen = [badgesOf()];
	await call(`POST /moderation/moderators${role}`);
	seen.push(badgesOf());
	await call(`DELETE /moderation/moderators${role}`);
	await call(`POST /channels/vips${role}`);
	seen.push(badgesOf());
	emulator.reset();
	const another = openReader(emulator, owner);
	emulator.say({ channel: owner, login: 'quietharbor', text: 'ahoy' });

	expect(seen).toEqual(['', 'moderator/1', 'vip/1']);
	expect(another.lines.at(-1)).toContain(';badges=;');
});

test('a new color is that of later lines, by its name or its number', async () => {
	const { emulator } = createEmulator();
	const call = await createCaller(emulator);
	const reader = openReader(emulator, owner);

	await call('PUT /chat/color?user_id=100001&color=hot_pink');
	emulator.say({ channel: owner, login: owner, text: 'pink' });
	await call('PUT /chat/color?user_id=100001&color=%2300ff7f');
	emulator.say({ channel: owner, login: owner, text: 'green' });

	expect(reader.lines.map((line) => /color=([^;]*);/.exec(line)?.[1])).toEqual(['#FF69B4', '#00FF7F']);
});

test('someone who was warned writes no more, and markers are listed', async () => {
	const { emulator } = createEmulator();
	const call = await createCaller(emulator);
	const viewer = await createCaller(emulator, 'quietharbor');

	await call(`POST /moderation/warnings?${room}`, { data: { user_id: '100003', reason: 'Be kind.' } });
	await call('POST /streams/markers', { user_id: '100001', description: 'The reef' });
	const { data } = await viewer('POST /chat/messages', { ...written('hello'), sender_id: '100003' });
	const marked = await call('GET /streams/markers?user_id=100001');

	expect(data).toMatchObject([{ is_sent: false, drop_reason: { code: 'msg_warned' } }]);
	expect(marked.data).toMatchObject([{ videos: [{ markers: [{ id: '1', description: 'The reef' }] }] }]);
});
