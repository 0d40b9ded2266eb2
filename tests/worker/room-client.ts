import { env as bindings } from 'cloudflare:workers';
import { readSealKeys, sealAccessToken, sealParticipantKey, type Env } from './worker-parts.ts';
import { appOrigin, env, startWorker } from './harness.ts';

/** A packet as it came, whatever it holds. */
export interface Packet {
	readonly type?: string;
	readonly method?: string;
	readonly params?: Record<string, unknown>;
	readonly id?: number;
	readonly seq?: number;
	readonly discard?: boolean;
	readonly result?: Record<string, unknown> | null;
	readonly error?: { readonly code: number; readonly message: string; readonly path: string } | null;
}

const roomEnv: Env = { ...env, INTERACTIVE_ROOM: (bindings as unknown as Env).INTERACTIVE_ROOM! };

/** The object of a channel's room. */
export function roomStub(userId: string) {
	const { INTERACTIVE_ROOM } = bindings as unknown as { INTERACTIVE_ROOM: DurableObjectNamespace };
	return INTERACTIVE_ROOM.getByName(`twitch:${userId}`);
}

/** A token that hosts a channel. */
export async function tokenOf(userId: string): Promise<string> {
	const claims = { platform: 'twitch', userId, login: 'ann', displayName: 'Ann', clientId: 'game' } as const;
	return sealAccessToken(claims, await readSealKeys(env.SEAL_KEY), Date.now());
}

/** A key to a channel's room: anonymous where no account is named. */
export async function keyOf(
	userId: string,
	{ account, sessionID = crypto.randomUUID(), watcher = false }: Partial<Seating> = {}
): Promise<string> {
	const known = { username: account ?? 'Guest 1', level: 1, channelGroups: ['User'], watcher };
	const seat = { room: `twitch:${userId}`, sessionID, userID: account ? 7 : 0, ...known, ...(account && { account }) };
	return sealParticipantKey(seat, await readSealKeys(env.SEAL_KEY), Date.now());
}

interface Seating {
	readonly account: string;
	readonly sessionID: string;
	readonly watcher: boolean;
}

/** Asks the Worker for a socket. */
export async function request(path: string, headers: Record<string, string> = {}, environment = roomEnv) {
	const { worker, log } = startWorker(undefined, {}, environment);
	const init = { headers: { Upgrade: 'websocket', ...headers } };
	return { answer: await worker.fetch(new Request(`${appOrigin}${path}`, init), environment), log };
}

/** The same, and the client on it. */
export async function connect(path: string, headers: Record<string, string> = {}, environment = roomEnv) {
	const { answer } = await request(path, headers, environment);
	if (!answer.webSocket) throw new Error(`No socket: ${answer.status} ${await answer.text()}`);
	return new RoomClient(answer.webSocket);
}

export const hostHeaders = { 'X-Protocol-Version': '2.0', 'X-Interactive-Version': '1' };

/** A game client that has not called yet. */
export async function connectHost(userId: string, headers: Record<string, string> = {}, environment = roomEnv) {
	const Authorization = `Bearer ${await tokenOf(userId)}`;
	return connect('/api/rooms/host', { ...hostHeaders, Authorization, ...headers }, environment);
}

/** A participant, or a watcher, by a key. */
export function connectWithKey(userId: string, key: string, environment = roomEnv) {
	const query = new URLSearchParams({ channel: `twitch:${userId}`, 'x-protocol-version': '2.0', key });
	return connect(`/api/rooms/participant?${query}`, {}, environment);
}

export async function connectParticipant(userId: string, seating: Partial<Seating> = {}, environment = roomEnv) {
	return connectWithKey(userId, await keyOf(userId, seating), environment);
}

/** The bindings with limits of the test's choosing. */
export function limitedEnv(limits: Partial<Env>): Env {
	return { ...roomEnv, ...limits };
}

/** One end of a socket: what came, and what is waited for. */
export class RoomClient {
	readonly received: Packet[] = [];
	readonly frames: string[] = [];
	readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
	readonly #socket: WebSocket;
	#waiting: (() => void)[] = [];
	#nextId = 1;

	constructor(socket: WebSocket) {
		this.#socket = socket;
		socket.accept();
		socket.addEventListener('message', ({ data }) => {
			const packets = JSON.parse(data as string) as Packet | readonly Packet[];
			this.frames.push(data as string);
			this.received.push(...[packets].flat());
			for (const look of this.#waiting) look();
		});
		this.closed = new Promise((resolve) => {
			socket.addEventListener('close', ({ code, reason }) => resolve({ code, reason }));
		});
	}

	send(frame: string | ArrayBuffer): void {
		this.#socket.send(frame);
	}

	close(code = 1000): void {
		this.#socket.close(code, 'Closed normally.');
	}

	/** The reply to a call. */
	async call(method: string, params: object | null = {}): Promise<Packet> {
		const id = this.#nextId++;
		this.send(JSON.stringify({ type: 'method', method, params, id, seq: 0, discard: false }));
		return this.until((packet) => packet.type === 'reply' && packet.id === id);
	}

	/** The first of a method's calls after those that were seen already. */
	told(method: string, from = 0): Promise<Packet> {
		return this.until((packet, index) => packet.method === method && index >= from);
	}

	/** The first packet that is so. */
	until(matches: (packet: Packet, index: number) => boolean): Promise<Packet> {
		return new Promise((resolve) => {
			const look = () => {
				const found = this.received.find(matches);
				if (!found) return;
				this.#waiting = this.#waiting.filter((other) => other !== look);
				resolve(found);
			};
			this.#waiting.push(look);
			look();
		});
	}
}
