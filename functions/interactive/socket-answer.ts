import type { CloseCode } from '#lib/interactive/close-codes.ts';

/** What Cloudflare's runtime adds to the web's own; tests that run in Node compile this file too. */
type SocketAnswer = Response & { readonly webSocket?: WebSocket | null };
type ServerSocket = WebSocket & { accept(): void };
type Runtime = { readonly WebSocketPair: new () => { readonly 0: WebSocket; readonly 1: ServerSocket } };

/** Two ends of a socket: the one that is handed over, and ours. */
export function createSocketPair() {
	const pair = new (globalThis as unknown as Runtime).WebSocketPair();
	return { client: pair[0], server: pair[1] };
}

/** Takes a socket only to close it at once: one that may outlive its object's sleep would close late, before its first word. */
export function refuseSocket(code: CloseCode | 1013, reason: string, lastWord?: string): Response {
	const { client, server } = createSocketPair();
	server.accept();
	if (lastWord !== undefined) server.send(lastWord);
	server.close(code, reason);
	return answerSocket(client);
}

/** The answer that hands a socket over. */
export function answerSocket(webSocket: WebSocket, headers: Readonly<Record<string, string>> = {}): Response {
	return new Response(null, { status: 101, headers, webSocket } as ResponseInit);
}

/** Names one of the subprotocols that were offered: Unreal's client offers some, and many give up where none is named. */
export function echoSubprotocol(request: Request, answer: Response): Response {
	const offered = request.headers.get('Sec-WebSocket-Protocol')?.split(',')[0]?.trim();
	const { webSocket } = answer as SocketAnswer;
	return offered && webSocket ? answerSocket(webSocket, { 'Sec-WebSocket-Protocol': offered }) : answer;
}
