import { parseFrame } from '#lib/interactive/packet.ts';
import { receive } from '#lib/interactive/room.ts';
import { leave, openHost, openParticipant } from '#lib/interactive/room/joining.ts';
import { openLine, speak, type Line } from '#lib/interactive/room/line.ts';
import type { Outcome, RoomEvent, Sender } from '#lib/interactive/room/outcome.ts';
import { createRoom, type Room } from '#lib/interactive/room/state.ts';
import type { JsonObject } from '#lib/interactive/json.ts';
import type { HostSocket } from '#lib/emulator/socket-pair.ts';
import { contextAt, host } from './interactive-room.ts';
import { createFakeEnvironment, type FakeEnvironment } from './fake-environment.ts';

const limits = { chars: 1_000_000, depth: 32, packets: 100 };
const roomId = 'twitch:100001';

interface Seated {
	readonly socket: HostSocket;
	line: Line;
}

/** The pure room behind participants' sockets, with the Worker's answers around it. */
export interface ParticipantRooms extends FakeEnvironment {
	readonly origin: string;
	room(): Room;
	/** Who sits in the room, by the keys that were given out. */
	readonly seated: ReadonlyMap<string, Seated>;
	readonly waiting: readonly HostSocket[];
	/** Every input that reached the game. */
	readonly inputs: readonly JsonObject[];
	/** How many seats were asked for. */
	asked(): number;
	/** Seats a game with this board on the default scene, and tells who waits. */
	startGame(...controls: readonly JsonObject[]): void;
	endGame(): void;
	/** A call of the game's; it has to go well. */
	game(method: string, params: JsonObject): void;
	/** Closes everybody's sockets, the room staying as it is or losing its game. */
	closeAll(code: number): void;
	/** What the Worker answers instead of a seat. */
	answerWith(answer: (() => Response) | undefined): void;
	/** Takes frames and gives none, as a line that died does. */
	silence(silent: boolean): void;
	settle(ms?: number): Promise<void>;
}

/** Creates a channel without a game, whose viewers are signed in unless their key says otherwise. */
export function createParticipantRooms(): ParticipantRooms {
	let room = createRoom();
	let keys = 0;
	let asked = 0;
	let calls = 0;
	let silent = false;
	let answer: (() => Response) | undefined;
	const seated = new Map<string, Seated>();
	const inputs: JsonObject[] = [];
	let waiting: HostSocket[] = [];
	const fake = createFakeEnvironment({ fetch: answerSeat, acceptSocket: accept });

	function answerSeat(): Response {
		asked++;
		if (answer) return answer();
		if (room.hostId === undefined) return Response.json({ error: 'no_game', channelId: roomId }, { status: 404 });
		const address = `wss://rooms.example/api/rooms/participant?channel=${encodeURIComponent(roomId)}`;
		return Response.json({ address, socketAddress: address, key: `key-${++keys}`, channelId: roomId });
	}
	function accept(socket: HostSocket, url: URL): boolean {
		if (url.pathname === '/api/rooms/wait') {
			waiting.push(socket);
			socket.onclose = () => (waiting = waiting.filter((other) => other !== socket));
			return true;
		}
		const key = url.searchParams.get('key') ?? '';
		const known = { level: 1, channelGroups: ['User'], userID: 7, username: 'ann', sparks: 100 };
		const opened = room.participants.has(key)
			? undefined
			: openParticipant(room, { ...known, sessionID: key }, contextAt(fake.clock.now));
		seated.set(key, { socket, line: openLine('participant', '') });
		socket.onmessage = (text) => hear(key, text);
		socket.onclose = () => {
			if (seated.get(key)?.socket !== socket) return;
			seated.delete(key);
			perform(leave(room, { role: 'participant', sessionID: key }));
		};
		if (opened && 'type' in opened) socket.close(opened.code, opened.message);
		else if (opened) perform(opened);
		return true;
	}
	function hear(key: string, text: string): void {
		if (silent) return;
		if (text === 'ping') return seated.get(key)?.socket.send('pong');
		const sender: Sender = { role: 'participant', sessionID: key };
		for (const packet of parseFrame(text, limits)) {
			const outcome = receive(room, packet, sender, contextAt(fake.clock.now));
			perform({ ...outcome, replies: [] });
			say(key, outcome.replies);
		}
	}
	function say(key: string, packets: Parameters<typeof speak>[1]): void {
		const seat = seated.get(key);
		if (!seat || silent) return;
		const spoken = speak(seat.line, packets);
		seat.line = spoken.line;
		for (const frame of spoken.frames) seat.socket.send(frame);
	}
	function perform(outcome: Outcome): void {
		room = outcome.room;
		for (const event of outcome.events) deliver(event);
		for (const { code, message } of outcome.closings)
			for (const { socket } of [...seated.values()]) socket.close(code, message);
	}
	function deliver({ to, packet }: RoomEvent): void {
		if (to.type === 'host' && packet.method === 'giveInput') inputs.push(packet.params?.['input'] as JsonObject);
		if (to.type === 'host') return;
		for (const key of seated.keys()) if (to.type !== 'participant' || to.sessionID === key) say(key, [packet]);
	}
	function game(method: string, params: JsonObject): void {
		const packet = { type: 'method', method, params, id: calls++, seq: 0, discard: false } as const;
		const outcome = receive(room, packet, host, contextAt(fake.clock.now));
		const error = outcome.replies[0]?.error;
		if (error) throw new Error(`${method}: ${error.code} ${error.message}`);
		perform({ ...outcome, replies: [] });
	}
	return {
		...fake,
		origin: 'https://rooms.example',
		room: () => room,
		seated,
		get waiting() {
			return waiting;
		},
		inputs,
		asked: () => asked,
		startGame(...controls) {
			const opened = openHost(createRoom(), 'game');
			if ('type' in opened) throw new Error(opened.message);
			perform(opened);
			game('createControls', { sceneID: 'default', controls });
			game('ready', { isReady: true });
			for (const socket of [...waiting]) socket.send('{"type":"open"}');
		},
		endGame: () => perform(leave(room, host)),
		game,
		closeAll(code) {
			for (const { socket } of [...seated.values()]) socket.close(code, '');
		},
		answerWith(given) {
			answer = given;
		},
		silence(now) {
			silent = now;
		},
		async settle(ms = 0) {
			await fake.clock.tickAsync(ms);
		}
	};
}
