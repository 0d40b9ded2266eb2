import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable, type Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { WebSocketServer } from 'ws';
import type { InPageServer } from '#lib/emulator/in-page-network.ts';
import { LocalSocket } from './local-socket.ts';

/** PubNub's publishes by GET are longer than Node's own 16 KiB. */
const maxHeaderSize = 64 * 1024;
const maxFrameBytes = 256 * 1024;
const maxBodyBytes = 2 * 1024 * 1024;
const loopback = '127.0.0.1';

/** A served world. */
export interface Host {
	/** `http://127.0.0.1:8788` */
	readonly origin: string;
	/** Ends every connection and frees the port. */
	close(): Promise<void>;
}

/** Serves what `createServed` makes for its origin on a port of this machine; port 0 takes any free one. */
export async function openHost(port: number, createServed: (origin: string) => InPageServer): Promise<Host> {
	const server = createServer({ maxHeaderSize });
	const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes });
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, loopback, resolve);
	});
	const origin = `http://${loopback}:${(server.address() as AddressInfo).port}`;
	const served = createServed(origin);
	server.on('request', (incoming, outgoing) => void serve(served, incoming, outgoing));
	server.on('upgrade', (incoming: IncomingMessage, stream: Duplex, head: Buffer) => {
		const url = toUrl(incoming);
		const socket = new LocalSocket(stream);
		if (!url || !served.accept(socket, url)) return void stream.end('HTTP/1.1 404 Not Found\r\n\r\n');
		sockets.handleUpgrade(incoming, stream, head, (webSocket) => socket.attach(webSocket));
	});
	return {
		origin,
		async close() {
			for (const client of sockets.clients) client.terminate();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
}

async function serve(served: InPageServer, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
	const url = toUrl(incoming);
	if (!url) return void outgoing.writeHead(400).end();
	const leave = new AbortController();
	outgoing.on('close', () => leave.abort());
	try {
		await write(await served.fetch(await toRequest(url, incoming, leave.signal)), outgoing);
	} catch {
		outgoing.destroy();
	}
}

function toUrl({ url = '/', headers }: IncomingMessage): URL | undefined {
	return URL.parse(`http://${headers.host ?? loopback}${url}`) ?? undefined;
}

async function toRequest(url: URL, incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
	const { method = 'GET' } = incoming;
	const headers = new Headers();
	for (const [name, value] of Object.entries(incoming.headers))
		for (const part of [value ?? []].flat()) headers.append(name, part);
	if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers, signal });
	return new Request(url, { method, headers, signal, body: await readBody(incoming) });
}

async function readBody(incoming: IncomingMessage): Promise<ArrayBuffer> {
	const parts: Buffer[] = [];
	let bytes = 0;
	for await (const part of incoming as AsyncIterable<Buffer>) {
		bytes += part.byteLength;
		if (bytes > maxBodyBytes) throw new RangeError('The body is too large.');
		parts.push(part);
	}
	return new Uint8Array(Buffer.concat(parts)).buffer;
}

async function write(response: Response, outgoing: ServerResponse): Promise<void> {
	outgoing.writeHead(response.status, [...response.headers].flat());
	if (!response.body) return void outgoing.end();
	await pipeline(Readable.fromWeb(response.body as NodeReadableStream), outgoing);
}
