import { createClock } from '@sinonjs/fake-timers';
import { afterEach, expect, test } from 'vitest';
import type { ChatEvent, ChatGap } from '#lib/model/chat.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import { ThetaChatConnection } from '#lib/platforms/theta/chat-connection.ts';
import { ChatHub } from '#lib/services/chat-hub.ts';
import { adaptClock, createFakeEnvironment, fakeNow } from '#tests/support/fake-environment.ts';
import { createEmulator, keys, startThetaServer } from './support/theta-server.ts';
import { waitFor } from './support/wait-for.ts';

const channelKey = 'usr0123456789abcdef';
const drops = 200;
const minute = 60_000;
const memoryMs = 20 * minute;
/** The answer of a connection whose other end is gone. */
const never = new Promise<Response>(() => undefined);
const closing: (() => unknown)[] = [];

afterEach(async () => {
	for (const close of closing.splice(0).reverse()) await close();
});

/** A channel in which somebody counts aloud, read with the vendor's SDK: time is ours and the server's, the network is real. */
async function watchCounting() {
	const clock = createClock(fakeNow);
	const server = await startThetaServer(createEmulator(adaptClock(clock)));
	closing.push(() => server.stop().catch(() => undefined));
	const hub = new ChatHub();
	const events: ChatEvent[] = [];
	hub.onEvent((event) => events.push(event));
	const saidAt: number[] = [];
	const read = (left: { missingSince?: number; cursor?: string } = {}) => {
		const { theta, ...config } = defaultConfig('https://app.invalid');
		const { environment } = createFakeEnvironment();
		const connection = new ThetaChatConnection({
			channelKey,
			config: {
				...config,
				theta: { ...theta, subscribeKey: keys.subscribeKey, pubnubOrigin: `http://${server.origin}` }
			},
			credentials: () => undefined,
			environment: { ...environment, clock: adaptClock(clock) },
			...left
		});
		hub.add(connection);
		closing.push(() => connection.close());
		connection.open();
		return connection;
	};
	const numbers = () =>
		events.flatMap((event) => (event.type === 'message' ? [Number(event.message.text.slice('number '.length))] : []));
	const page = {
		...{ clock, server, saidAt, read, numbers },
		connection: read(),
		say() {
			server.emulator.say({ channelId: channelKey, username: 'lanternfish', text: `number ${saidAt.length}` });
			saidAt.push(clock.now);
		},
		/** Lets our time pass, quickly, until it has come to that; the network takes its own. */
		until: (reached: () => boolean, what: string) =>
			waitFor(() => (reached() ? true : (clock.tick(500), false)), what, 20_000),
		heard: () => numbers().at(-1) === saidAt.length - 1,
		gaps: () => events.flatMap((event) => (event.type === 'gap' ? [event.gap] : []))
	};
	await page.until(() => page.connection.status.state === 'connected', 'connected');
	page.say();
	await page.until(page.heard, 'the first line');
	return page;
}

type Watched = Awaited<ReturnType<typeof watchCounting>>;

async function answerOnce({ server, say, until }: Watched, answer: () => Response | Promise<Response>) {
	let asked = false;
	server.intercept = (request) => {
		if (!request.url.includes('/v2/subscribe/')) return undefined;
		server.intercept = undefined;
		asked = true;
		return answer();
	};
	server.cut();
	say();
	await until(() => asked, 'the poll that goes wrong');
}

async function goAway({ server, clock, say, connection, until }: Watched, forMs: number) {
	await server.stop();
	await until(() => connection.status.state !== 'connected', 'the loss to be noticed');
	say();
	clock.tick(forMs);
	say();
	await server.start();
}

/** Each returns whether it takes longer than PubNub remembers. */
const kinds: readonly ((page: Watched, round: number) => Promise<boolean>)[] = [
	async function reset({ server, say }) {
		server.cut();
		say();
		return false;
	},
	async function serverError(page) {
		await answerOnce(page, () => new Response('{}', { status: 500, headers: { 'content-type': 'text/javascript' } }));
		return false;
	},
	/** The SDK never tries again after it. */
	async function badRequest(page) {
		await answerOnce(page, () => Response.json({ error: true }, { status: 400 }));
		return false;
	},
	async function hungPoll(page) {
		await answerOnce(page, () => never);
		return false;
	},
	async function restart(page, round) {
		await goAway(page, ((round * 7_919) % 15) * minute);
		return false;
	},
	async function reload(page) {
		const { connection, clock, say, read } = page;
		const { cursor } = connection;
		connection.close();
		say();
		page.connection = read({ missingSince: clock.now, ...(cursor !== undefined && { cursor }) });
		return false;
	},
	async function longRestart(page, round) {
		await goAway(page, memoryMs + (5 + (round % 7)) * minute);
		return true;
	}
];

const spans = (gap: ChatGap, at: number) => at >= gap.from && at <= gap.to;

test('200 drops lose nothing that PubNub remembers, repeat nothing, and leave one marker for each that is longer', async () => {
	const page = await watchCounting();
	let gapsExpected = 0;

	for (let round = 0; round < drops; round++) {
		const kind = kinds[round % kinds.length];
		if (await kind?.(page, round)) gapsExpected++;
		await page.until(() => page.connection.status.state === 'connected' && page.heard(), `chat after drop ${round}`);
		page.clock.tick(5_000);
		expect(page.gaps(), `after ${kind?.name} ${round}`).toHaveLength(gapsExpected);
	}

	const heard = page.numbers();
	const lost = page.saidAt.filter((_, number) => !heard.includes(number));
	expect(heard).toEqual([...new Set(heard)].sort((one, other) => one - other));
	expect(gapsExpected).toBe(28);
	expect(lost).toHaveLength(gapsExpected);
	expect(lost.filter((at) => !page.gaps().some((gap) => spans(gap, at)))).toEqual([]);
}, 120_000);
