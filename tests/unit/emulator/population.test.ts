import { expect, test } from 'vitest';
import { Population, type Beat } from '#lib/emulator/population.ts';
import { seededRandom } from '#lib/emulator/seeded-random.ts';
import { adaptClock, createFakeEnvironment } from '#tests/support/fake-environment.ts';
import { createFakeWorld } from '#tests/support/fake-world.ts';

interface Told {
	readonly at: number;
	readonly channel: string;
	readonly name: string;
}

/** Three threads of six beats; the second begins with an event. */
function populate(seed = 1) {
	const { clock } = createFakeEnvironment();
	const told: Told[] = [];
	const audience = new Set<string>();
	const beat = (name: string): Beat => ({
		length: 40,
		exciting: name === 'b0',
		perform(channel) {
			told.push({ at: clock.now, channel, name });
			return name;
		}
	});
	const threads = ['a', 'b', 'c'].map((letter) => Array.from({ length: 6 }, (_, index) => beat(`${letter}${index}`)));
	const stages = [{ threads, audience: () => [...audience] }];
	const population = new Population({ clock: adaptClock(clock), random: seededRandom(seed), stages });
	return { clock, told, audience, population };
}

test('nobody talks where nobody listens', async () => {
	const { clock, told, population } = populate();

	population.start();
	await clock.tickAsync(60_000);

	expect(told).toEqual([]);
});

test('whoever comes in sees several lines within a second', async () => {
	const { clock, told, population, audience } = populate();
	population.start();

	audience.add('tidalkit');
	await clock.tickAsync(1_000);

	expect(told.length).toBeGreaterThanOrEqual(5);
	expect(told.map(({ name }) => name).slice(0, 3)).toEqual(['a0', 'a1', 'a2']);
});

test('lines come 0.7 to 3.5 seconds apart, and faster after an event', async () => {
	const { clock, told, population, audience } = populate();
	audience.add('tidalkit');
	population.start();

	await clock.tickAsync(120_000);

	const pauses = told
		.map(({ at, name }, index) => ({ name, pause: (told[index + 1]?.at ?? Infinity) - at }))
		.slice(5, -1);
	const excited = pauses.filter(({ name }) => ['b0', 'b1', 'b2'].includes(name));
	const calm = pauses.filter(({ name }) => name.startsWith('c'));
	expect(Math.max(...excited.map(({ pause }) => pause))).toBeLessThanOrEqual(900);
	expect(Math.min(...calm.map(({ pause }) => pause))).toBeGreaterThanOrEqual(700);
	expect(Math.max(...calm.map(({ pause }) => pause))).toBeLessThanOrEqual(3_500);
});

test('the same seed tells the same story', async () => {
	const stories = [populate(7), populate(7), populate(8)];
	for (const { clock, population, audience } of stories) {
		audience.add('tidalkit');
		population.start();
		await clock.tickAsync(60_000);
	}

	const [first, second, other] = stories.map(({ told }) => told);

	expect(first).toEqual(second);
	expect(first).not.toEqual(other);
});

test('every thread is told before one comes again', async () => {
	const { clock, told, population, audience } = populate();
	audience.add('tidalkit');
	population.start();

	await clock.tickAsync(60_000);

	expect(new Set(told.slice(0, 18).map(({ name }) => name)).size).toBe(18);
	expect(told.length).toBeGreaterThan(18);
});

test('talk ends with its audience and with the population', async () => {
	const { clock, told, population, audience } = populate();
	audience.add('tidalkit').add('mosslantern');
	population.start();
	await clock.tickAsync(5_000);

	audience.delete('tidalkit');
	await clock.tickAsync(400);
	told.length = 0;
	await clock.tickAsync(10_000);
	const channels = new Set(told.map(({ channel }) => channel));
	population.stop();
	told.length = 0;
	await clock.tickAsync(60_000);

	expect([...channels]).toEqual(['mosslantern']);
	expect(told).toEqual([]);
});

test('the Twitch chatters show everything that a chat can hold', async () => {
	const { world, environment, clock } = createFakeWorld({ populated: true });
	const client = environment.network.openSocket('ws://127.0.0.1:8788/twitch/irc');
	let text = '';
	client.onopen = () =>
		client.send('CAP REQ :twitch.tv/tags twitch.tv/commands\r\nNICK justinfan1\r\nJOIN #tidalkit\r\n');
	client.onmessage = ({ data }) => {
		text += String(data);
		if (String(data).startsWith('PING')) client.send('PONG :tmi.twitch.tv\r\n');
	};

	await clock.tickAsync(6 * 60_000);

	world.close();
	for (const part of [
		'msg-id=raid',
		'msg-id=resub',
		'msg-id=submysterygift',
		'msg-id=announcement',
		'bits=500',
		'first-msg=1',
		'reply-parent-msg-id=',
		'\u0001ACTION',
		'emotes=emotesv2_',
		'مساء',
		'🌊',
		'TidalKit'
	])
		expect(text).toContain(part);
	expect(text).not.toContain('{streamer}');
});

test('the THETA.tv chatters tip and give', async () => {
	const { world, environment, clock } = createFakeWorld({ populated: true });
	const subscribe = 'http://127.0.0.1:8788/pubnub/v2/subscribe/sub-c-test/chat.usr7emberwakelive01/0';
	let cursor = '0';
	let text = '';
	const poll = async (): Promise<void> => {
		while (clock.now < until) {
			const answer = await (await environment.network.fetch(`${subscribe}?tt=${cursor}`)).text();
			cursor = (JSON.parse(answer) as { t: { t: string } }).t.t;
			text += answer;
		}
	};
	const until = clock.now + 3 * 60_000;
	void poll().catch(() => {});

	await clock.tickAsync(3 * 60_000);

	world.close();
	for (const type of ['chat_message', 'donation', 'gift_item', 'follow', 'subscribe', 'level_up'])
		expect(text).toContain(`"type":"${type}"`);
});
