import { expect, test } from 'vitest';
import type { Identity } from '#lib/model/account.ts';
import { ConnectionError } from '#lib/model/errors.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import type { Credentials } from '#lib/platforms/platform.ts';
import { parseIrcMessage, type IrcMessage } from '#lib/platforms/twitch/irc.ts';
import { LineSender } from '#lib/platforms/twitch/line-sender.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

const identity: Identity = { platform: 'twitch', userId: '7', login: 'ada', displayName: 'Ada' };
const sent = () => new Response('{"data":[{"message_id":"x","is_sent":true,"drop_reason":null}]}');

function createSender(scopes: readonly string[], answer: () => Response = sent) {
	const requests: string[] = [];
	const tokens: string[] = [];
	const { environment, clock } = createFakeEnvironment({
		fetch: (request) => {
			requests.push(`${request.method} ${new URL(request.url).pathname}`);
			tokens.push(request.headers.get('authorization') ?? '');
			return answer();
		}
	});
	const credentials: Credentials = { identity, scopes, accessToken: async () => 'token-1' };
	const bot: Credentials = {
		identity: { ...identity, userId: '9', login: 'adabot' },
		scopes: ['user:write:chat'],
		accessToken: async () => 'token-9'
	};
	const written: string[] = [];
	const joined = { now: true };
	let ids = 0;
	let userState: IrcMessage | undefined;
	const sender = new LineSender(
		{
			channelKey: 'pool',
			config: defaultConfig('https://app.invalid'),
			credentials: () => credentials,
			botCredentials: () => bot,
			environment
		},
		{
			findWriter: () => {
				if (!joined.now) throw new ConnectionError('not_connected', 'No session.');
				return { credentials, roomId: '1', write: (line) => void written.push(line) };
			},
			userState: () => userState,
			createId: () => `nonce-${++ids}`
		}
	);
	const read = (text: string) => {
		userState = parseIrcMessage(text);
		if (!userState) throw new Error('The test wrote no IRC.');
		sender.confirm(userState, () => {});
	};
	return { sender, read, clock, requests, tokens, written, joined };
}

test('an account that allowed it writes through Helix and not through IRC', async () => {
	const { sender, requests, written } = createSender(['user:write:chat']);

	await sender.send('hello');

	expect(requests).toEqual(['POST /helix/chat/messages']);
	expect(written).toEqual([]);
});

test('without the scope IRC serves, also where Twitch is the first to say so', async () => {
	const known = createSender(['chat:edit']);
	const told = createSender(['user:write:chat'], () =>
		Response.json({ message: 'Missing scope: user:write:chat' }, { status: 401 })
	);

	const first = known.sender.send('hello');
	known.read('@id=1;client-nonce=nonce-1 :tmi.twitch.tv USERSTATE #pool');
	await first;
	const second = told.sender.send('hello');
	await expect.poll(() => told.written).toHaveLength(1);
	told.read('@id=1;client-nonce=nonce-1 :tmi.twitch.tv USERSTATE #pool');
	await second;

	expect(known.requests).toEqual([]);
	expect(known.written).toEqual(['@client-nonce=nonce-1 PRIVMSG #pool :hello']);
	expect(told.written).toEqual(['@client-nonce=nonce-1 PRIVMSG #pool :hello']);
});

test('an answer that was lost is not made good by sending again over IRC', async () => {
	const { sender, requests, written } = createSender(['user:write:chat'], () => new Response(null, { status: 502 }));

	await expect(sender.send('hello')).rejects.toMatchObject({ name: 'ConnectionError' });
	expect(requests).toHaveLength(1);
	expect(written).toEqual([]);
});

test('a moderator does not wait a second between lines, a viewer does', async () => {
	const { sender, read, clock, requests } = createSender(['user:write:chat']);
	const queued: string[] = [];
	const send = (text: string) => sender.send(text, { onQueued: () => queued.push(text) });

	await send('one');
	const waiting = send('two');
	await clock.tickAsync(1_100);
	await waiting;
	read('@badges=moderator/1 :tmi.twitch.tv USERSTATE #pool');
	await clock.tickAsync(100);
	await send('three');

	expect(queued).toEqual(['two']);
	expect(requests).toHaveLength(3);
});

test('a command goes to Helix and never to chat; /me is a way of writing', async () => {
	const { sender, requests, written } = createSender(['user:write:chat', 'moderator:manage:chat_messages']);

	await sender.send('/clear');
	await expect(sender.send('/delete')).rejects.toMatchObject({ code: 'command_usage' });
	await expect(sender.send('/bann bo')).rejects.toMatchObject({ code: 'unknown_command' });
	await expect(sender.send('/slow')).rejects.toMatchObject({ scope: 'moderator:manage:chat_settings' });
	await sender.send('/me waves');

	expect(requests).toEqual(['DELETE /helix/moderation/chat', 'POST /helix/chat/messages']);
	expect(written).toEqual([]);
});

test('the bot speaks with its own token and waits in a queue of its own; commands are the main account’s', async () => {
	const { sender, clock, tokens, written } = createSender(['user:write:chat', 'moderator:manage:chat_messages']);
	const queued: string[] = [];

	await sender.send('from me');
	await sender.send('from the bot', { as: 'bot', onQueued: () => queued.push('bot') });
	const second = sender.send('from the bot again', { as: 'bot', onQueued: () => queued.push('bot again') });
	await clock.tickAsync(1_100);
	await second;
	await sender.send('/clear', { as: 'bot' });

	expect(tokens).toEqual(['Bearer token-1', 'Bearer token-9', 'Bearer token-9', 'Bearer token-1']);
	expect(queued).toEqual(['bot again']);
	expect(written).toEqual([]);
});

test('a bot that may not write does not speak through the main account instead', async () => {
	const { sender, written } = createSender(['chat:edit'], () =>
		Response.json({ message: 'Missing scope: user:write:chat' }, { status: 401 })
	);

	await expect(sender.send('hello', { as: 'bot' })).rejects.toMatchObject({ scope: 'user:write:chat' });
	expect(written).toEqual([]);
});

test('a line that waits is sent once when chat was lost and is back, and not at all while it is away', async () => {
	const { sender, clock, requests, joined } = createSender(['user:write:chat']);
	await sender.send('one');

	const second = sender.send('two');
	joined.now = false;
	await clock.tickAsync(500);
	joined.now = true;
	await clock.tickAsync(600);
	await second;
	const third = sender.send('three').catch((error: unknown) => error);
	joined.now = false;
	await clock.tickAsync(1_100);
	joined.now = true;
	await clock.tickAsync(60_000);

	expect(await third).toMatchObject({ name: 'ConnectionError', code: 'not_connected' });
	expect(requests).toHaveLength(2);
});
