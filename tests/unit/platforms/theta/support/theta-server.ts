import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createThetaEmulator, type ThetaEmulator } from '#lib/platforms/theta/emulator/theta-emulator.ts';
import { systemClock, type Clock } from '#lib/transport/clock.ts';

/** Keys of the emulated keyset, and of a stranger's on the same origin. */
export const keys = { subscribeKey: 'sub-c-emulated', publishKey: 'pub-c-emulated' };
export const otherKeys = { subscribeKey: 'sub-c-other', publishKey: 'pub-c-other' };

/** One registered application. */
export const registeredClient = {
	clientId: 'theta-client',
	clientSecret: 'theta-secret',
	redirectUris: ['http://localhost:8787/connect/theta'],
	name: 'Tributary'
};

/** Creates an emulator as the tests want it. */
export function createEmulator(clock: Clock = systemClock): ThetaEmulator {
	return createThetaEmulator({
		clock,
		random: Math.random,
		clients: [registeredClient],
		...keys,
		otherKeysets: [otherKeys],
		baseUrl: 'http://127.0.0.1:8788'
	});
}

/** The emulator behind real HTTP on this machine. */
export interface ThetaServer {
	readonly port: number;
	/** `host:port/pubnub`, as the SDK takes it. */
	readonly origin: string;
	/** Answers by somebody else while set, such as a proxy with a page of its own. */
	intercept: ((request: Request) => Response | Promise<Response> | undefined) | undefined;
	readonly emulator: ThetaEmulator;
	/** `METHOD /path?query` of every request, in order. */
	readonly requests: readonly string[];
	/** Requests that nobody has answered yet. */
	readonly pending: number;
	/** Cuts every connection. */
	cut(): void;
	/** Cuts every connection and stops listening. */
	stop(): Promise<void>;
	/** Listens again on the same port. */
	start(emulator?: ThetaEmulator): Promise<void>;
}

/** Starts the emulator on 127.0.0.1. */
export async function startThetaServer(first: ThetaEmulator = createEmulator()): Promise<ThetaServer> {
	let emulator = first;
	let port = 0;
	const requests: string[] = [];
	let pending = 0;
	let server: Server;
	const handle = async (message: IncomingMessage, response: ServerResponse) => {
		requests.push(`${message.method} ${message.url}`);
		pending++;
		response.once('close', () => pending--);
		const request = await toRequest(message, response, port);
		const answer = await (started.intercept?.(request) ?? emulator.fetch(request));
		if (response.destroyed) return;
		response.writeHead(answer.status, Object.fromEntries(answer.headers));
		response.end(new Uint8Array(await answer.arrayBuffer()));
	};
	const started = {
		intercept: undefined as ThetaServer['intercept'],
		requests,
		get port() {
			return port;
		},
		get origin() {
			return `127.0.0.1:${port}/pubnub`;
		},
		get emulator() {
			return emulator;
		},
		get pending() {
			return pending;
		},
		cut: () => server.closeAllConnections(),
		async stop() {
			const closed = new Promise((resolve) => server.close(resolve));
			server.closeAllConnections();
			await closed;
		},
		async start(next: ThetaEmulator = emulator) {
			emulator = next;
			server = createServer({ maxHeaderSize: 64 * 1024 }, (message, response) => void handle(message, response));
			await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
			port = (server.address() as AddressInfo).port;
		}
	};
	await started.start();
	return started;
}

async function toRequest(message: IncomingMessage, response: ServerResponse, port: number): Promise<Request> {
	const abort = new AbortController();
	response.once('close', () => abort.abort());
	const parts: Uint8Array[] = [];
	for await (const part of message) parts.push(part as Uint8Array);
	return new Request(`http://127.0.0.1:${port}${message.url}`, {
		method: message.method ?? 'GET',
		headers: Object.entries(message.headers).map(([name, value]): [string, string] => [name, String(value)]),
		...(parts.length === 0 ? {} : { body: Buffer.concat(parts) }),
		signal: abort.signal
	});
}
