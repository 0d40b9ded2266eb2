import { createClock, type Clock as FakeTimers } from '@sinonjs/fake-timers';
import { createInPageNetwork } from '#lib/emulator/in-page-network.ts';
import type { HostSocket } from '#lib/emulator/socket-pair.ts';
import type { Clock } from '#lib/transport/clock.ts';
import type { Environment } from '#lib/transport/environment.ts';
import type { Network } from '#lib/transport/network.ts';
import { seededRandom } from '#lib/emulator/seeded-random.ts';

/** What a fake environment answers with; without `acceptSocket` every WebSocket is accepted and only recorded. */
export interface FakeEnvironmentOptions {
	readonly fetch?: (request: Request) => Response | Promise<Response>;
	readonly acceptSocket?: (socket: HostSocket, url: URL) => boolean;
	/** Epoch ms at which the fake clock starts. */
	readonly startsAt?: number;
	readonly seed?: number;
}

/** One WebSocket that the code under test opened. */
export interface OpenedSocket {
	readonly url: string;
	/** The server's end: `send`, `close` and `drop` act on the client. */
	readonly server: HostSocket;
	/** Every frame that the client sent, in order. */
	readonly received: readonly string[];
}

/** Time, network and randomness under the test's control. */
export interface FakeEnvironment {
	readonly environment: Environment;
	/** `await clock.tickAsync(ms)` lets time pass; `tickAsync(0)` delivers what is on its way. */
	readonly clock: FakeTimers;
	/** In the order in which they were opened. */
	readonly sockets: readonly OpenedSocket[];
}

/** Thursday, 1 January 2026, noon UTC. */
export const fakeNow = Date.UTC(2026, 0, 1, 12);

/** Creates an environment in which nothing happens by itself. */
export function createFakeEnvironment(options: FakeEnvironmentOptions = {}): FakeEnvironment {
	const { fetch = notFound, acceptSocket = () => true, startsAt = fakeNow, seed = 1 } = options;
	const clock = createClock(startsAt);
	const sockets: OpenedSocket[] = [];
	const opening: string[][] = [];
	const network = createInPageNetwork({
		fetch,
		accept(server, url) {
			const received = opening.shift() ?? [];
			const accepted = acceptSocket(server, url);
			if (accepted) sockets.push({ url: url.href, server, received });
			return accepted;
		}
	});
	const recording: Network = {
		fetch: network.fetch,
		openSocket(url) {
			const client = network.openSocket(url);
			const received: string[] = [];
			opening.push(received);
			const send = client.send.bind(client);
			client.send = (text) => {
				send(text);
				received.push(text);
			};
			return client;
		}
	};
	return { environment: { clock: adaptClock(clock), network: recording, random: seededRandom(seed) }, clock, sockets };
}

/** Gives fake timers the shape of our clock. */
export function adaptClock(clock: FakeTimers): Clock {
	return {
		now: () => clock.now,
		setTimeout: (callback, delayMs) => clock.setTimeout(callback, delayMs),
		clearTimeout: (timer) => clock.clearTimeout(timer as Parameters<FakeTimers['clearTimeout']>[0])
	};
}

function notFound(): Response {
	return new Response(null, { status: 404 });
}
