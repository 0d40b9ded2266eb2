import { createClock } from '@sinonjs/fake-timers';
import { expect, test } from 'vitest';
import type { ChatEvent } from '#lib/model/chat.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import { ThetaChatConnection } from '#lib/platforms/theta/chat-connection.ts';
import { emulatedSubscription } from '#lib/platforms/theta/emulator/in-page-subscription.ts';
import { createFakeEnvironment, adaptClock, fakeNow } from '#tests/support/fake-environment.ts';
import { createEmulator, keys } from '../support/theta-server.ts';

async function setUp() {
	const { environment, clock } = createFakeEnvironment();
	const emulator = createEmulator(environment.clock);
	const [streamer] = emulator.users;
	if (!streamer) throw new Error('Expected a streamer.');
	const base = defaultConfig('http://localhost:8787');
	const connection = new ThetaChatConnection({
		channelKey: streamer.id,
		config: { ...base, theta: { ...base.theta, subscribeKey: keys.subscribeKey } },
		credentials: () => undefined,
		environment,
		openSubscription: emulatedSubscription(emulator)
	});
	const events: ChatEvent[] = [];
	connection.onEvent((event) => events.push(event));
	connection.open();
	await clock.tickAsync(0);
	return { connection, clock, emulator, events, channelId: streamer.id };
}

test('what the emulated population does arrives as events, without the PubNub library', async () => {
	const { connection, clock, emulator, events, channelId } = await setUp();
	const username = 'lanternfish';

	emulator.say({ channelId, username, text: 'good evening :flex:' });
	emulator.say({ channelId, username: 'emberwake', text: 'welcome' });
	emulator.tip({ channelId, username, tfuel: 25, note: 'for the tea' });
	emulator.giveItem({ channelId, username, itemName: 'Rocket' });
	emulator.follow({ channelId, username: 'somebody_new' });
	emulator.subscribe({ channelId, username, months: 15 });
	emulator.subscribe({ channelId, username: 'nightbaker', gifter: 'velvetotter' });
	emulator.greet({ channelId, username });
	emulator.levelUp({ channelId, username, level: 19 });
	await clock.tickAsync(0);

	expect(connection.status.state).toBe('connected');
	expect(events.map((event) => (event.type === 'notice' ? event.notice.kind : event.type))).toEqual([
		'message',
		'message',
		'tip',
		'gift',
		'follow',
		'subscription',
		'gift',
		'arrival',
		'level'
	]);
	expect(events[0]).toMatchObject({ message: { author: { displayName: username, roles: ['subscriber'] } } });
	expect(events[1]).toMatchObject({ message: { author: { roles: ['broadcaster'] } } });
	expect(events[2]).toMatchObject({ notice: { amount: 25, author: { displayName: username } } });
	expect(events[6]).toMatchObject({ notice: { author: { displayName: 'velvetotter' } } });
});

test('a refused key stops the connection, and five minutes later it reads on', async () => {
	const { connection, clock, emulator, events, channelId } = await setUp();

	emulator.setKeyRefused(true);
	await clock.tickAsync(0);
	const refused = connection.status;
	emulator.setKeyRefused(false);
	emulator.say({ channelId, username: 'palefox', text: 'said meanwhile' });
	await clock.tickAsync(5 * 60_000);

	expect(refused).toMatchObject({ state: 'stopped', problem: 'key_refused' });
	expect(connection.status.state).toBe('connected');
	expect(events).toMatchObject([{ message: { text: 'said meanwhile' } }]);
});

test('an answer that is none is waited out', async () => {
	const clock = createClock(fakeNow);
	const emulator = createEmulator(adaptClock(clock));
	let broken = true;
	const statuses: string[] = [];
	const open = emulatedSubscription({
		...emulator,
		fetch: async (request) => (broken ? new Response('<html>') : emulator.fetch(request))
	});

	const subscription = await open({
		subscribeKey: keys.subscribeKey,
		origin: 'http://unused.invalid',
		userId: 'reader',
		channel: 'chat.x',
		clock: adaptClock(clock),
		random: () => 0.5,
		onMessages: () => undefined,
		onStatus: (status) => statuses.push(status)
	});
	await clock.tickAsync(300);
	broken = false;
	await clock.tickAsync(2_000);
	subscription.close();

	expect(statuses.at(0)).toBe('lost');
	expect(statuses.at(-1)).toBe('connected');
});
