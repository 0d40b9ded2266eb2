import { expect, test } from 'vitest';
import type { ChatEvent, ChatGap } from '#lib/model/chat.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import { TwitchChatConnection } from '#lib/platforms/twitch/chat-connection.ts';
// Loaded before the clock stands still: the connection loads it when it first needs it.
import '#lib/platforms/twitch/recent-messages.ts';
import { ChatHub } from '#lib/services/chat-hub.ts';
import { createFakeWorld, fakeOrigin } from '#tests/support/fake-world.ts';

const channelKey = 'tidalkit';
const drops = 200;
const sayEveryMs = 400;
const endpoint = 'twitch/irc';

/** A channel in which somebody counts aloud, read through the hub. */
async function watchCounting({ fillsGaps }: { fillsGaps: boolean }) {
	const { world, environment, clock, control } = createFakeWorld();
	const config = defaultConfig('https://app.invalid');
	const connection = new TwitchChatConnection({
		channelKey,
		config: {
			...config,
			twitch: {
				...config.twitch,
				ircUrl: 'ws://127.0.0.1:8788/twitch/irc',
				recentMessagesUrl: `${fakeOrigin}/recent-messages/api/v2`
			}
		},
		credentials: () => undefined,
		environment,
		fillsGaps: () => fillsGaps
	});
	const hub = new ChatHub();
	hub.add(connection);
	const events: ChatEvent[] = [];
	hub.onEvent((event) => events.push(event));
	let said = 0;
	let saying = true;
	const saidAt: number[] = [];
	const count = () => {
		if (!saying) return;
		world.twitch.say({ channel: channelKey, login: 'quietharbor', text: `number ${said}` });
		saidAt[said++] = clock.now;
		clock.setTimeout(count, sayEveryMs);
	};
	const until = async (reached: () => boolean, stepMs = 50) => {
		const from = clock.now;
		while (!reached()) {
			await clock.tickAsync(stepMs);
			if (clock.now - from > 120_000) throw new Error('It never came to that.');
		}
		return clock.now - from;
	};
	connection.open();
	await until(() => connection.status.state === 'connected');
	await clock.tickAsync(5_000);
	count();
	await clock.tickAsync(2_000);
	return {
		...{ world, clock, control, connection, events, until, saidAt },
		setFault: (fault: object) => control('POST', 'faults', { endpoint, ...fault }),
		async stop() {
			await clock.tickAsync(5_000);
			saying = false;
			await clock.tickAsync(5_000);
			connection.close();
			world.close();
			return said;
		},
		numbers: () =>
			events.flatMap((event) => (event.type === 'message' ? [Number(event.message.text.slice('number '.length))] : [])),
		gaps: () => events.flatMap((event) => (event.type === 'gap' ? [event.gap] : []))
	};
}

type Watched = Awaited<ReturnType<typeof watchCounting>>;

/** Each returns how long chat took to be back once the network was. */
const kinds: readonly ((page: Watched, round: number) => Promise<number>)[] = [
	async function reset({ setFault, connection, until }) {
		await setFault({ kind: 'drop' });
		await until(() => connection.status.state !== 'connected', 1);
		return until(() => connection.status.state === 'connected');
	},
	async function halfOpen({ setFault, control, connection, until, clock }) {
		await setFault({ kind: 'half-open', times: 1 });
		const noticedAfterMs = await until(() => connection.status.state !== 'connected');
		expect(noticedAfterMs).toBeLessThanOrEqual(20_100);
		await control('DELETE', 'faults');
		connection.check();
		await clock.tickAsync(0);
		return until(() => connection.status.state === 'connected');
	},
	async function reconnect({ world, connection, clock }) {
		world.twitch.requestReconnect();
		await clock.tickAsync(7_000);
		expect(connection.status.state).toBe('connected');
		return 0;
	},
	async function midFrame({ world, setFault, connection, until }) {
		world.twitch.deliver(':tmi.twitch.tv NOTICE #tidalkit :this frame is lost on its way');
		await setFault({ kind: 'drop' });
		await until(() => connection.status.state !== 'connected', 1);
		return until(() => connection.status.state === 'connected');
	},
	async function outage({ setFault, control, connection, until, clock }, round) {
		await setFault({ kind: 'drop', forMs: 600_000 });
		await clock.tickAsync(1_000 + ((round * 7_919) % 59_000));
		await control('DELETE', 'faults');
		connection.check();
		return until(() => connection.status.state === 'connected');
	}
];

async function forceDrops(page: Watched) {
	const waits: number[] = [];
	let gapsExpected = 0;
	for (let round = 0; round < drops; round++) {
		const kind = kinds[round % kinds.length];
		if (!kind) continue;
		waits.push(await kind(page, round));
		if (kind.name !== 'reconnect') gapsExpected++;
		await page.clock.tickAsync(3_000);
	}
	const said = await page.stop();
	waits.sort((one, other) => one - other);
	return { said, gapsExpected, p95: waits[Math.floor(waits.length * 0.95)] ?? Infinity };
}

const duplicates = (numbers: readonly number[]) => numbers.length - new Set(numbers).size;
const spans = (gap: ChatGap, at: number) => at >= gap.from && at <= gap.to;

test('200 drops with history on lose nothing, repeat nothing and leave no marker', async () => {
	const page = await watchCounting({ fillsGaps: true });

	const { said, p95 } = await forceDrops(page);

	expect(duplicates(page.numbers())).toBe(0);
	expect(new Set(page.numbers()).size).toBe(said);
	expect(page.gaps()).toEqual([]);
	expect(p95).toBeLessThan(2_000);
}, 60_000);

test('200 drops with history off leave exactly one marker each, and every lost line is under one', async () => {
	const page = await watchCounting({ fillsGaps: false });

	const { said, gapsExpected, p95 } = await forceDrops(page);

	const heard = new Set(page.numbers());
	const lost = Array.from({ length: said }, (_, number) => number).filter((number) => !heard.has(number));
	expect(duplicates(page.numbers())).toBe(0);
	expect(page.gaps()).toHaveLength(gapsExpected);
	expect(lost.length).toBeGreaterThan(0);
	expect(lost.filter((number) => !page.gaps().some((gap) => spans(gap, page.saidAt[number] ?? 0)))).toEqual([]);
	expect(p95).toBeLessThan(2_000);
}, 60_000);

test('a recent-messages service that is down leaves one marker a gap, and chat goes on', async () => {
	const page = await watchCounting({ fillsGaps: true });

	await page.control('POST', 'faults', { endpoint: 'recent-messages/*', kind: 'html' });
	await page.setFault({ kind: 'drop' });
	await page.clock.tickAsync(20_000);
	const said = await page.stop();

	expect(page.gaps()).toHaveLength(1);
	expect(page.numbers()).toContain(said - 1);
	expect(duplicates(page.numbers())).toBe(0);
});
