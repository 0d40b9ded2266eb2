/** The server's end of a WebSocket that an emulator serves. */
export interface ServerSocket {
	/** Set by the emulator. */
	onmessage: ((text: string) => void) | null;
	onclose: (() => void) | null;
	send(text: string): void;
	close(code?: number, reason?: string): void;
}

/** The server's half of a platform's protocol, playable in a page, behind a local server and in a test. */
export interface EmulatedPlatform {
	/** First path segments that this emulator serves (`twitch`; `theta` and `pubnub`). */
	readonly prefixes: readonly string[];
	/** Answers one request; an aborted `request.signal` means that the client went away. */
	fetch(request: Request): Promise<Response>;
	/** Serves one WebSocket opened at `url`, or refuses by returning false. */
	accept(socket: ServerSocket, url: URL): boolean;
	/** Back to the seeded state; open connections are closed. */
	reset(): void;
}
