import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { HostSocket } from '#lib/emulator/socket-pair.ts';

/** A WebSocket of this machine; what is sent before its handshake is over waits for it. */
export class LocalSocket implements HostSocket {
	onmessage: ((text: string) => void) | null = null;
	onclose: (() => void) | null = null;
	readonly #stream: Duplex;
	#webSocket: WebSocket | undefined;
	#waiting: (() => void)[] = [];

	constructor(stream: Duplex) {
		this.#stream = stream;
	}

	/** Takes the WebSocket that the handshake made. */
	attach(webSocket: WebSocket): void {
		this.#webSocket = webSocket;
		webSocket.on('message', (frame, binary) => {
			if (!binary) this.onmessage?.(String(frame));
		});
		webSocket.on('close', () => this.onclose?.());
		webSocket.on('error', () => webSocket.terminate());
		for (const act of this.#waiting) act();
		this.#waiting = [];
	}

	send(text: string): void {
		this.#once((webSocket) => webSocket.send(text));
	}

	close(code?: number, reason?: string): void {
		this.#once((webSocket) => webSocket.close(code, reason));
	}

	drop(): void {
		this.#stream.destroy();
	}

	#once(act: (webSocket: WebSocket) => void): void {
		const webSocket = this.#webSocket;
		if (webSocket) return act(webSocket);
		this.#waiting.push(() => this.#webSocket && act(this.#webSocket));
	}
}
