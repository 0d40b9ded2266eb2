import { readFileSync, readdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { WebSocketServer, type WebSocket } from 'ws';
import { defaultConfig } from '../src/lib/model/public-config.ts';
import { createLine } from './flood-lines.ts';

/** A web server with the built product and the peers' pages, and a chat server that says as much as it is told to. */
export interface FloodServer {
	readonly origin: string;
	/** Lines said since the start. */
	readonly said: () => number;
	/** How many lines a second everybody in the chat is sent from now on. */
	setRate(linesPerSecond: number): void;
	close(): Promise<void>;
}

interface Resource {
	readonly body: Buffer;
	readonly headers: Readonly<Record<string, string>>;
}

const tickMs = 8;
const types: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.svg': 'image/svg+xml',
	'.woff2': 'font/woff2',
	'.json': 'application/json'
};
/** One transparent pixel, for every emote and badge. */
const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** Starts the server on a free port of this machine; `pages` are served under their paths. */
export async function startFloodServer(pages: Readonly<Record<string, string>>): Promise<FloodServer> {
	const resources = new Map([...readBuild(), ...Object.entries(pages).map(([path, html]) => page(path, html))]);
	const server = createServer((request, response) => answer(request, response, resources));
	const chat = new WebSocketServer({ server });
	chat.on('connection', (socket) => socket.on('message', (text) => greet(socket, String(text))));
	await once(server.listen(0, '127.0.0.1'), 'listening');
	const address = server.address();
	if (typeof address !== 'object' || !address) throw new Error('The server does not listen on a port.');
	const origin = `http://127.0.0.1:${address.port}`;
	resources.set('/api/config', configuration(origin));

	let said = 0;
	let rate = 0;
	let owed = 0;
	let last = performance.now();
	const timer = setInterval(() => {
		const now = performance.now();
		owed += ((now - last) / 1000) * rate;
		last = now;
		const count = Math.floor(owed);
		owed -= count;
		if (count === 0) return;
		const at = Date.now();
		const frame = Array.from({ length: count }, () => createLine(said++, at)).join('\r\n') + '\r\n';
		for (const socket of chat.clients) socket.send(frame);
	}, tickMs);

	return {
		origin,
		said: () => said,
		setRate(linesPerSecond) {
			rate = linesPerSecond;
			owed = 0;
		},
		async close() {
			clearInterval(timer);
			for (const socket of chat.clients) socket.terminate();
			chat.close();
			server.closeAllConnections();
			await once(server.close(), 'close');
		}
	};
}

/** Says what a chat server says to somebody who comes, and one line at once. */
function greet(socket: WebSocket, text: string): void {
	for (const line of text.split('\r\n')) {
		if (line.startsWith('CAP REQ')) socket.send(`:tmi.twitch.tv CAP * ACK ${line.slice(8)}\r\n`);
		else if (line.startsWith('NICK ')) socket.send(motd(line.slice(5)));
		else if (line.startsWith('PING')) socket.send(`:tmi.twitch.tv PONG tmi.twitch.tv ${line.slice(5)}\r\n`);
		else if (line.startsWith('JOIN ')) welcome(socket, line.slice(5));
	}
}

function motd(nick: string): string {
	const numerics = [
		['001', 'Welcome, GLHF!'],
		['375', '-'],
		['372', 'You are in a maze of twisty passages, all alike.'],
		['376', '>']
	];
	return numerics.map(([code, text]) => `:tmi.twitch.tv ${code} ${nick} :${text}\r\n`).join('');
}

function welcome(socket: WebSocket, channel: string): void {
	const state = 'emote-only=0;followers-only=-1;r9k=0;room-id=100001;slow=0;subs-only=0';
	socket.send(
		`:justinfan1!justinfan1@justinfan1.tmi.twitch.tv JOIN ${channel}\r\n@${state} :tmi.twitch.tv ROOMSTATE ${channel}\r\n`
	);
	socket.send(`${createLine(0xffff_ffff, Date.now())}\r\n`);
}

function answer(request: IncomingMessage, response: ServerResponse, resources: ReadonlyMap<string, Resource>): void {
	const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
	const found = resources.get(pathname) ?? resources.get(`${pathname}.html`);
	if (found) return void response.writeHead(200, found.headers).end(found.body);
	if (pathname.startsWith('/images/'))
		return void response.writeHead(200, { 'content-type': 'image/gif', 'cache-control': 'max-age=3600' }).end(pixel);
	if (pathname.startsWith('/api/')) return void response.writeHead(404).end();
	const shell = resources.get('/index.html');
	response.writeHead(200, shell?.headers ?? {}).end(shell?.body);
}

function configuration(origin: string): Resource {
	const config = defaultConfig(origin);
	const local = {
		...config,
		twitch: {
			...config.twitch,
			ircUrl: origin.replace('http', 'ws'),
			imageUrl: `${origin}/images`,
			apiUrl: `${origin}/none`
		}
	};
	return { body: Buffer.from(JSON.stringify(local)), headers: { 'content-type': 'application/json' } };
}

function readBuild(): [string, Resource][] {
	return readdirSync('build', { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => {
			const file = `${entry.parentPath}/${entry.name}`;
			return compress(file.slice('build'.length), readFileSync(file));
		});
}

function page(path: string, html: string): [string, Resource] {
	return compress(`${path}.html`, Buffer.from(html));
}

function compress(path: string, content: Buffer): [string, Resource] {
	const type = types[extname(path)] ?? 'application/octet-stream';
	return [path, { body: gzipSync(content), headers: { 'content-type': type, 'content-encoding': 'gzip' } }];
}
