import { expect, test } from 'vitest';
import { createFakeWorld } from '#tests/support/fake-world.ts';

const line = { channel: 'tidalkit', login: 'gannetgoblin', text: 'hm' };
const id = expect.stringMatching(/^[\da-f-]{36}$/) as unknown;

test.each([
	['twitch/automod', { ...line, category: 'swearing', level: 4 }, { messageId: id }, 'automod.message.hold'],
	['twitch/unban-request', line, { requestId: id }, 'channel.unban_request.create'],
	['twitch/suspicious', { ...line, treatment: 'restricted' }, { messageId: id }, 'channel.suspicious_user.message']
])('%s puts something into a queue and tells it', async (path, body, answer, type) => {
	const { control, world } = createFakeWorld();
	const heard: string[] = [];
	world.twitch.onNotification((notification) => heard.push(notification.type));

	expect(await control('POST', path, body)).toEqual({ status: 200, body: answer });
	expect(heard).toEqual([type]);
});

test.each([
	['twitch/automod', { ...line, level: 5 }],
	['twitch/automod', { ...line, login: 'nobody' }],
	['twitch/unban-request', { ...line, channel: 'nobody' }],
	['twitch/suspicious', { ...line, treatment: 'banned' }]
])('%s refuses %j with a sentence', async (path, body) => {
	const { control } = createFakeWorld();

	expect(await control('POST', path, body)).toEqual({ status: 400, body: { error: expect.any(String) as unknown } });
});
