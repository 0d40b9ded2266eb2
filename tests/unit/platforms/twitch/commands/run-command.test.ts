import { expect, test } from 'vitest';
import { runCommand } from '#lib/platforms/twitch/commands/run-command.ts';
import { answer, createHelix } from '../helix/helix-fixture.ts';

const room = 'broadcaster_id=1&moderator_id=7';
const bo = () => answer(200, { data: [{ id: '42' }] });

test.each([
	['/delete abc-1', `DELETE /moderation/chat?${room}&message_id=abc-1`, undefined],
	['/clear', `DELETE /moderation/chat?${room}`, undefined],
	['/announce Hello all', `POST /chat/announcements?${room}`, { message: 'Hello all', color: 'primary' }],
	['/announcegreen Hi', `POST /chat/announcements?${room}`, { message: 'Hi', color: 'green' }],
	['/slow', `PATCH /chat/settings?${room}`, { slow_mode: true, slow_mode_wait_time: 30 }],
	['/SLOW 2m', `PATCH /chat/settings?${room}`, { slow_mode: true, slow_mode_wait_time: 120 }],
	['/slowoff', `PATCH /chat/settings?${room}`, { slow_mode: false }],
	['/followers 10', `PATCH /chat/settings?${room}`, { follower_mode: true, follower_mode_duration: 10 }],
	['/followersoff', `PATCH /chat/settings?${room}`, { follower_mode: false }],
	['/subscribers', `PATCH /chat/settings?${room}`, { subscriber_mode: true }],
	['/emoteonlyoff', `PATCH /chat/settings?${room}`, { emote_mode: false }],
	['/uniquechat', `PATCH /chat/settings?${room}`, { unique_chat_mode: true }],
	['/color BlueViolet', 'PUT /chat/color?user_id=7&color=blue_violet', undefined],
	['/color #1E90FF', 'PUT /chat/color?user_id=7&color=%231e90ff', undefined],
	['/unraid', 'DELETE /raids?broadcaster_id=1', undefined]
])('%s calls Helix', async (line, call, body) => {
	const { helix, calls } = createHelix([]);

	await runCommand(line, { helix, broadcasterId: '1' });

	expect(calls).toEqual([expect.objectContaining({ call, body })]);
});

test('/marker a good jump calls Helix', async () => {
	const { helix, calls } = createHelix([answer(200, { data: [{ position_seconds: 83 }] })]);

	await runCommand('/marker a good jump', { helix, broadcasterId: '1' });

	const body = { user_id: '1', description: 'a good jump' };
	expect(calls).toEqual([expect.objectContaining({ call: 'POST /streams/markers', body })]);
});

test.each([
	['/ban @Bo spam links', `POST /moderation/bans?${room}`, { data: { user_id: '42', reason: 'spam links' } }],
	['/timeout bo', `POST /moderation/bans?${room}`, { data: { user_id: '42', duration: 600 } }],
	['/timeout bo 2h calm', `POST /moderation/bans?${room}`, { data: { user_id: '42', duration: 7200, reason: 'calm' } }],
	['/timeout bo spam', `POST /moderation/bans?${room}`, { data: { user_id: '42', duration: 600, reason: 'spam' } }],
	['/untimeout bo', `DELETE /moderation/bans?${room}&user_id=42`, undefined],
	['/mod bo', 'POST /moderation/moderators?broadcaster_id=1&user_id=42', undefined],
	['/unvip bo', 'DELETE /channels/vips?broadcaster_id=1&user_id=42', undefined],
	['/raid bo', 'POST /raids?from_broadcaster_id=1&to_broadcaster_id=42', undefined],
	['/shoutout bo', 'POST /chat/shoutouts?from_broadcaster_id=1&to_broadcaster_id=42&moderator_id=7', undefined],
	['/warn bo be kind', `POST /moderation/warnings?${room}`, { data: { user_id: '42', reason: 'be kind' } }],
	['/w bo psst you', 'POST /whispers?from_user_id=7&to_user_id=42', { message: 'psst you' }]
])('%s looks the viewer up and calls Helix', async (line, call, body) => {
	const { helix, calls } = createHelix([bo()]);

	await runCommand(line, { helix, broadcasterId: '1' });

	expect(calls.map((one) => one.call)).toEqual(['GET /users?login=bo', call]);
	expect(calls[1]?.body).toEqual(body);
});

test.each([
	'/delete',
	'/delete   ',
	'/delete a b',
	'/clear everything',
	'/ban',
	'/ban ../x',
	'/ban #pool',
	'/unban bo and al',
	'/timeout bo 0',
	'/timeout bo 15d',
	'/slow 2',
	'/slow fast',
	'/slowoff 30',
	'/announce',
	'/warn bo',
	'/w bo',
	'/color ultraviolet',
	'/raid',
	'/unraid bo',
	'/subscribers bo'
])('%j is refused with how to write it, and nothing is called', async (line) => {
	const { helix, calls } = createHelix([]);

	await expect(runCommand(line, { helix, broadcasterId: '1' })).rejects.toMatchObject({
		name: 'RejectionError',
		code: 'command_usage',
		message: expect.stringMatching(/^\/[a-z]+/)
	});
	expect(calls).toEqual([]);
});

test.each(['/host bo', '/constructor', '/', '/toString x'])('%j is no command', async (line) => {
	const { helix, calls } = createHelix([]);

	await expect(runCommand(line, { helix, broadcasterId: '1' })).rejects.toMatchObject({ code: 'unknown_command' });
	expect(calls).toEqual([]);
});

test('a viewer that Twitch does not know is not acted on', async () => {
	const { helix, calls } = createHelix([answer(200, { data: [] })]);

	await expect(runCommand('/ban nobody', { helix, broadcasterId: '1' })).rejects.toMatchObject({
		code: 'no_such_user',
		message: 'nobody'
	});
	expect(calls).toHaveLength(1);
});

test('before the channel is known no command is carried out', async () => {
	const { helix, calls } = createHelix([]);

	await expect(runCommand('/clear', { helix, broadcasterId: '' })).rejects.toMatchObject({ name: 'ConnectionError' });
	expect(calls).toEqual([]);
});
