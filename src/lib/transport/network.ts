/** The part of a browser's WebSocket that connections use; a `WebSocket` is one. */
export interface ClientSocket {
	onopen: (() => void) | null;
	onmessage: ((event: { readonly data: unknown }) => void) | null;
	onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null;
	onerror: (() => void) | null;
	send(text: string): void;
	close(code?: number, reason?: string): void;
}

/** The way out of the page: HTTP and WebSocket, so that a test or the demo can answer instead. */
export interface Network {
	fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
	openSocket(url: string): ClientSocket;
}

/** The browser's own network. */
export const systemNetwork: Network = {
	fetch: (input, init) => globalThis.fetch(input, init),
	openSocket: (url) => new WebSocket(url) as unknown as ClientSocket
};
