import type { ServerSocket } from '#lib/platforms/emulated-platform.ts';
import type { ClientSocket } from '#lib/transport/network.ts';

/** A server's end that its host can also cut, as a broken network does. */
export interface HostSocket extends ServerSocket {
	/** Ends the connection without a close frame; the client sees code 1006. */
	drop(): void;
}

/** Both ends of one WebSocket inside one program; frames arrive in order and never within the call that sent them. */
export interface SocketPair {
	readonly client: ClientSocket;
	readonly server: HostSocket;
	/** Completes the handshake. */
	open(): void;
	/** Fails the handshake. */
	refuse(): void;
}

const noStatus = 1005;
const abnormal = 1006;

/** Creates a pair that is still connecting. */
export function createSocketPair(): SocketPair {
	let state: 'connecting' | 'open' | 'closed' = 'connecting';
	let serverListens = true;
	let clientListens = true;

	const end = (code: number, reason: string): void => {
		if (state === 'closed') return;
		state = 'closed';
		queueMicrotask(() => {
			server.onclose?.();
			client.onclose?.({ code, reason });
		});
	};
	const cut = (): void => {
		serverListens = clientListens = false;
		end(abnormal, '');
	};
	const client: ClientSocket = {
		onopen: null,
		onmessage: null,
		onclose: null,
		onerror: null,
		send(text) {
			if (state === 'connecting') throw new DOMException('The socket is still connecting.', 'InvalidStateError');
			if (state === 'open') queueMicrotask(() => serverListens && server.onmessage?.(text));
		},
		close(code = noStatus, reason = '') {
			clientListens = false;
			end(state === 'connecting' ? abnormal : code, reason);
		}
	};
	const server: HostSocket = {
		onmessage: null,
		onclose: null,
		send(text) {
			if (state !== 'closed') queueMicrotask(() => clientListens && client.onmessage?.({ data: text }));
		},
		close(code = noStatus, reason = '') {
			serverListens = false;
			end(code, reason);
		},
		drop: cut
	};
	return {
		client,
		server,
		open() {
			if (state !== 'connecting') return;
			state = 'open';
			client.onopen?.();
		},
		refuse() {
			if (state === 'connecting') client.onerror?.();
			cut();
		}
	};
}
