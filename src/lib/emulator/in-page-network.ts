import type { Network } from '#lib/transport/network.ts';
import { createSocketPair, type HostSocket } from './socket-pair.ts';

/** What answers an in-page network: a world, or a test. */
export interface InPageServer {
	fetch(request: Request): Response | Promise<Response>;
	accept(socket: HostSocket, url: URL): boolean;
}

/** A network that never leaves the program: every request and WebSocket is served by `server`. */
export function createInPageNetwork(server: InPageServer): Network {
	return {
		async fetch(input, init) {
			const request = new Request(input, init);
			const { signal } = request;
			signal.throwIfAborted();
			return await new Promise<Response>((resolve, reject) => {
				signal.addEventListener('abort', () => reject(signal.reason), { once: true });
				answer(server, request).then(resolve, (cause: unknown) => {
					reject(new TypeError('Failed to fetch', { cause }));
				});
			});
		},
		openSocket(url) {
			const pair = createSocketPair();
			queueMicrotask(() => (server.accept(pair.server, new URL(url)) ? pair.open() : pair.refuse()));
			return pair.client;
		}
	};
}

async function answer(server: InPageServer, request: Request): Promise<Response> {
	return await server.fetch(request);
}
