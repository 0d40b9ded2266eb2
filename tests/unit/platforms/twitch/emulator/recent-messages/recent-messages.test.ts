import { expect, test } from 'vitest';
import { createRecentMessages } from '#lib/platforms/twitch/emulator/recent-messages/recent-messages.ts';
import { adaptClock } from '#tests/support/fake-environment.ts';
import { createEmulator } from '../emulator-fixture.ts';

function createService() {
	const { emulator, clock } = createEmulator();
	const service = createRecentMessages({ clock: adaptClock(clock), twitch: emulator });
	const ask = async (login: string, query = '') => {
		const url = `http://127.0.0.1:8788/recent-messages/api/v2/recent-messages/${login}?${query}`;
		const response = await service.fetch(new Request(url));
		return { status: response.status, body: (await response.json()) as Record<string, unknown> };
	};
	return { emulator, clock, service, ask };
}

const say = (id: string, text: string) => `@id=${id};user-id=100002 :m!m@m PRIVMSG #tidalkit :${text}`;

test('a channel that nobody asked about is joined, and remembered from then on', async () => {
	const { emulator, clock, ask } = createService();
	emulator.deliver(say('a', 'too early'));

	const first = await ask('tidalkit');
	emulator.deliver(say('b', 'kept'));
	const second = await ask('tidalkit');

	expect(first).toMatchObject({ status: 200, body: { messages: [], error_code: 'channel_not_joined' } });
	expect(second.body).toEqual({
		messages: [`@historical=1;rm-received-ts=${clock.now};id=b;user-id=100002 :m!m@m PRIVMSG #tidalkit :kept`],
		error: null,
		error_code: null
	});
});

test('what seeded accounts say is remembered too, newest 500 at most', async () => {
	const { emulator, ask } = createService();
	await ask('tidalkit');

	for (let count = 0; count < 510; count++)
		emulator.say({ channel: 'tidalkit', login: 'quietharbor', text: `n${count}` });
	const { messages } = (await ask('tidalkit', 'limit=900')).body as { messages: string[] };

	expect(messages).toHaveLength(500);
	expect(messages[0]).toMatch(/:n10$/);
});

test('a message that was taken back is marked, or left out on request', async () => {
	const { emulator, ask } = createService();
	await ask('tidalkit');

	emulator.deliver([say('a', 'bad'), '@target-msg-id=a :tmi.twitch.tv CLEARMSG #tidalkit :bad'].join('\r\n'));
	const all = (await ask('tidalkit')).body as { messages: string[] };
	const shown = (await ask('tidalkit', 'hide_moderated_messages=true&hide_moderation_messages=true')).body;

	expect(all.messages[0]).toContain('rm-deleted=1');
	expect(all.messages).toHaveLength(2);
	expect(shown).toMatchObject({ messages: [] });
});

test('a name that is no login is refused as the service does', async () => {
	const { ask } = createService();

	expect(await ask('no-login')).toMatchObject({
		status: 400,
		body: { status: 400, error_code: 'invalid_channel_login' }
	});
});
