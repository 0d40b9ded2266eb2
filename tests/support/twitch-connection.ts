import type { Identity } from '#lib/model/account.ts';
import type { ChatEvent } from '#lib/model/chat.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import type { Credentials } from '#lib/platforms/platform.ts';
import { TwitchChatConnection } from '#lib/platforms/twitch/chat-connection.ts';
import { createFakeEnvironment, type FakeEnvironment } from './fake-environment.ts';

/** Whose account writes. */
export const identity: Identity = { platform: 'twitch', userId: '7', login: 'ada', displayName: 'Ada' };

/** Creates a connection to the channel `pool`, not opened yet, and collects what it tells. */
export function connect(credentials: () => Credentials | undefined = () => undefined) {
	const fake = createFakeEnvironment();
	const connection = new TwitchChatConnection({
		channelKey: 'pool',
		config: defaultConfig('https://app.invalid'),
		credentials,
		environment: fake.environment
	});
	const events: ChatEvent[] = [];
	connection.onEvent((event) => events.push(event));
	return { ...fake, connection, events };
}

/** Everything that was written into a socket, the newest by default. */
export const received = ({ sockets }: FakeEnvironment, index = -1) => sockets.at(index)?.received.join('') ?? '';

/** Lets a socket's log-in succeed. */
export async function welcome({ sockets, clock }: FakeEnvironment, index = -1) {
	await clock.tickAsync(0);
	sockets.at(index)?.server.send(':tmi.twitch.tv 001 justinfan1 :Welcome, GLHF!\r\n');
	await clock.tickAsync(0);
}

/** Lets a socket's log-in and join succeed. */
export async function join(page: FakeEnvironment, index = -1) {
	await welcome(page, index);
	page.sockets.at(index)?.server.send('@room-id=1;slow=0 :tmi.twitch.tv ROOMSTATE #pool\r\n');
	await page.clock.tickAsync(0);
}

/** Sends lines to the connection. */
export async function serve(page: FakeEnvironment, lines: string, index = -1) {
	page.sockets.at(index)?.server.send(lines);
	await page.clock.tickAsync(0);
}

/** A line that somebody says. */
export const say = (id: string) => `@id=${id} :bo!bo@bo PRIVMSG #pool :hi ${id}\r\n`;
/** What was said, in order. */
export const texts = (events: readonly ChatEvent[]) =>
	events.flatMap((event) => (event.type === 'message' ? [event.message.text] : []));
