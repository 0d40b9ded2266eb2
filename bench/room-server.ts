import { WebSocketServer, type WebSocket } from 'ws';
import { parseFrame } from '../src/lib/interactive/packet.ts';
import { receive } from '../src/lib/interactive/room.ts';
import { leave, openHost, openParticipant } from '../src/lib/interactive/room/joining.ts';
import { hear, openLine, speak, type Line, type Spoken } from '../src/lib/interactive/room/line.ts';
import type { Outcome, Recipient, RoomContext, Sender } from '../src/lib/interactive/room/outcome.ts';
import { deliverSamples } from '../src/lib/interactive/room/samples.ts';
import { defaultSettings } from '../src/lib/interactive/room/settings.ts';
import { createRoom, type Room } from '../src/lib/interactive/room/state.ts';

/**
 * What rooms are compared with, each in a process of its own: `relay` hands a participant's frame to the game and the game's to
 * everybody, as they are, which is the least that any room does; `room` is ours behind the same sockets, without a Worker.
 */
const [kind] = process.argv.slice(2);
const limits = { chars: 100_000, depth: 16, packets: 10 };
const deliveryMs = 10;
const free = { capacity: 1e9, drainRate: 1e9 };
const settings = { ...defaultSettings, participantCalls: free, hostCalls: free };

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('connection', kind === 'relay' ? relay() : play());
server.on('listening', () => {
	const address = server.address();
	if (typeof address === 'object' && address) console.log(address.port);
});

function relay(): (socket: WebSocket, request: { url?: string }) => void {
	let game: WebSocket | undefined;
	const participants = new Set<WebSocket>();
	return (socket, { url }) => {
		if (url === '/host') {
			game = socket;
			socket.on('message', (frame) => {
				const text = String(frame);
				if (text.includes('"discard":false')) answer(socket, text);
				else for (const participant of participants) participant.send(text);
			});
			return;
		}
		participants.add(socket);
		socket.on('close', () => participants.delete(socket));
		socket.on('message', (frame) => game?.send(String(frame)));
		socket.send('{"method":"onReady"}');
	};
}

/** The game's calls that make a board; they are not measured. */
function answer(socket: WebSocket, text: string): void {
	const { id } = JSON.parse(text) as { id: number };
	socket.send(JSON.stringify({ id, type: 'reply', result: null, error: null }));
}

function play(): (socket: WebSocket, request: { url?: string }) => void {
	let room: Room = createRoom();
	let timer: NodeJS.Timeout | undefined;
	const seats = new Map<string, { readonly socket: WebSocket; line: Line }>();
	const context = (): RoomContext => ({ now: Date.now(), createId: () => crypto.randomUUID(), settings });

	function perform(outcome: Outcome, from?: string): void {
		room = outcome.room;
		for (const { to, packet } of outcome.events) for (const id of reached(to)) tell(id, [packet]);
		if (from !== undefined) tell(from, outcome.replies);
		for (const { to, code, message } of outcome.closings)
			for (const id of reached(to)) seats.get(id)?.socket.close(code, message);
		if (room.samples.size > 0) timer ??= setTimeout(deliver, deliveryMs);
	}
	function deliver(): void {
		timer = undefined;
		perform(deliverSamples(room, context()));
	}
	function reached(to: Recipient): Iterable<string> {
		if (to.type === 'participant') return [to.sessionID];
		if (to.type === 'host') return ['host'];
		if (to.type === 'everybody') return seats.keys();
		return [...seats.keys()].filter((id) => id !== 'host');
	}
	function tell(id: string, packets: Parameters<typeof speak>[1]): void {
		const seat = seats.get(id);
		if (seat) send(seat, speak(seat.line, packets));
	}
	function send(seat: { readonly socket: WebSocket; line: Line }, { line, frames }: Spoken): void {
		seat.line = line;
		for (const frame of frames) seat.socket.send(frame);
	}

	return (socket, { url = '' }) => {
		const role = url === '/host' ? 'host' : 'participant';
		const id = role === 'host' ? 'host' : url.slice(1);
		const sender: Sender = role === 'host' ? { role, id } : { role, sessionID: id };
		const known = { userID: 0, username: id, level: 1, channelGroups: ['User'], sparks: 0 };
		const opened = role === 'host' ? openHost(room, id) : openParticipant(room, { sessionID: id, ...known }, context());
		if ('type' in opened) return socket.close(opened.code, opened.message);
		const seat = { socket, line: openLine(role, '') };
		seats.set(id, seat);
		perform(opened);
		socket.on('message', (frame) => {
			send(seat, hear(seat.line));
			for (const packet of parseFrame(String(frame), limits)) perform(receive(room, packet, sender, context()), id);
		});
		socket.on('close', () => {
			seats.delete(id);
			perform(leave(room, sender));
		});
	};
}
