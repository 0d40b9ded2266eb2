import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import { sealAccessToken } from '#functions/interactive/access-token.ts';
import { sealParticipantKey } from '#functions/interactive/participant-key.ts';
import { readSealKeys } from '#functions/sealed-claims.ts';
import type { Json, JsonObject } from '#lib/interactive/json.ts';

/** How a room is reached: by the real Worker, or by something that stands beside it to be compared. */
export interface RoomDoor {
	readonly host: string;
	readonly hostHeaders: Readonly<Record<string, string>>;
	/** The address of one participant; the same name is the same seat. */
	participant(name: string): Promise<string>;
}

/** A key for a Worker of one's own. */
export function createSealKey(): string {
	return randomBytes(32).toString('base64url');
}

/** The same door for a game client of ours, which reads several packets in one frame. */
export function batched(door: RoomDoor): RoomDoor {
	return { ...door, hostHeaders: { ...door.hostHeaders, 'X-Interactive-Frames': 'batched' } };
}

/** The doors of a Worker that seals with this key, as its REST face would give them. */
export async function openDoor(origin: string, sealKey: string, userId = '1'): Promise<RoomDoor> {
	const keys = await readSealKeys(sealKey);
	const room = `twitch:${userId}`;
	const claims = { platform: 'twitch', userId, login: 'ann', displayName: 'Ann', clientId: 'load' } as const;
	const token = await sealAccessToken(claims, keys, Date.now());
	const sockets = `${origin.replace('http', 'ws')}/api/rooms`;
	return {
		host: `${sockets}/host`,
		hostHeaders: { Authorization: `Bearer ${token}`, 'X-Protocol-Version': '2.0', 'X-Interactive-Version': '1' },
		async participant(name) {
			const known = { userID: 0, username: name, level: 1, channelGroups: ['User'], watcher: false };
			const key = await sealParticipantKey({ room, sessionID: name, ...known }, keys, Date.now());
			return `${sockets}/participant?${new URLSearchParams({ channel: room, 'x-protocol-version': '2.0', key })}`;
		}
	};
}

/** Opens a socket without compression; fails where the other side does not want it. */
export function openSocket(url: string, headers: Readonly<Record<string, string>> = {}): Promise<WebSocket> {
	const socket = new WebSocket(url, { headers, perMessageDeflate: false });
	return new Promise((resolve, reject) => {
		socket.once('open', () => resolve(socket));
		socket.once('error', reject);
	});
}

/** A call as a client writes it. */
export function formatCall(method: string, params: JsonObject, id: number, discard = true): string {
	return JSON.stringify({ type: 'method', method, params, id, seq: 0, discard });
}

interface Packet {
	readonly type: string;
	readonly id: number;
	readonly result: Json;
	readonly error: Json;
}

/** The packets of a frame; several are a list. */
function parsePackets(data: unknown): readonly Packet[] {
	return [JSON.parse(String(data)) as Packet | readonly Packet[]].flat();
}

/** A game client that makes its board and waits for each answer. */
export class LoadGame {
	readonly socket: WebSocket;
	#id = 0;

	constructor(socket: WebSocket) {
		this.socket = socket;
	}

	/** Opens the game of a room, with this board, and lets everybody play. */
	static async open(door: RoomDoor, controls: Json): Promise<LoadGame> {
		const game = new LoadGame(await openSocket(door.host, door.hostHeaders));
		// What a board may take in is measured, not what a game of the time was sent.
		await game.call('setBandwidthThrottle', { '*': null });
		await game.call('createControls', { sceneID: 'default', controls });
		await game.call('ready', { isReady: true });
		return game;
	}

	/** The result of a call. */
	call(method: string, params: JsonObject): Promise<Json> {
		const id = this.#id++;
		return new Promise((resolve, reject) => {
			const hear = (data: unknown) => {
				const packet = parsePackets(data).find((one) => one.type === 'reply' && one.id === id);
				if (!packet) return;
				this.socket.off('message', hear);
				if (packet.error === null) resolve(packet.result);
				else reject(new Error(`${method}: ${JSON.stringify(packet.error)}`));
			};
			this.socket.on('message', hear);
			this.socket.send(formatCall(method, params, id, false));
		});
	}
}

/** Seats so many participants, some at a time; each has heard that the game is ready. */
export async function seatCrowd(door: RoomDoor, names: readonly string[]): Promise<readonly WebSocket[]> {
	const atOnce = 50;
	const sockets: WebSocket[] = [];
	for (let start = 0; start < names.length; start += atOnce)
		sockets.push(...(await Promise.all(names.slice(start, start + atOnce).map((name) => seat(door, name)))));
	return sockets;
}

async function seat(door: RoomDoor, name: string): Promise<WebSocket> {
	const socket = new WebSocket(await door.participant(name), { perMessageDeflate: false });
	await new Promise<void>((resolve, reject) => {
		const hear = (data: unknown) => {
			if (!String(data).includes('"onReady"')) return;
			socket.off('message', hear);
			resolve();
		};
		socket.on('message', hear);
		socket.once('error', reject);
		socket.once('close', (code) => reject(new Error(`The seat was refused: ${code}`)));
	});
	return socket;
}
