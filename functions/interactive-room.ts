import { DurableObject } from 'cloudflare:workers';
import { answerClose, closeCodes, type CloseCode } from '#lib/interactive/close-codes.ts';
import { receive } from '#lib/interactive/room.ts';
import { leave, openHost, openParticipant, openWatcher, resumeParticipant } from '#lib/interactive/room/joining.ts';
import { openLine } from '#lib/interactive/room/line.ts';
import type { Outcome, RoomContext } from '#lib/interactive/room/outcome.ts';
import { deliverSamples } from '#lib/interactive/room/samples.ts';
import { balance, tick } from '#lib/interactive/room/sparks.ts';
import { createRoom, toStoredRoom, type Room } from '#lib/interactive/room/state.ts';
import type { Env } from './env.ts';
import { Accounts } from './interactive/accounts.ts';
import { findFile, keepFile, type RoomFile } from './interactive/files.ts';
import { agreedScheme, huge, readPackets } from './interactive/frames.ts';
import type { ParticipantKey } from './interactive/participant-key.ts';
import { parsePlaceRequest, type Place } from './interactive/place.ts';
import { frameLimits, readRoomLimits, type RoomLimits } from './interactive/room-limits.ts';
import { RoomStorage, type KeptRoom } from './interactive/room-storage.ts';
import { closeSocket, Seat, toSender, type SeatTag } from './interactive/seat.ts';
import { Seats } from './interactive/seats.ts';
import { answerSocket, createSocketPair, refuseSocket } from './interactive/socket-answer.ts';

/** A room that nobody has spoken in for so long is written down, after which it may sleep. */
const quietMs = 1_000;
const minuteMs = 60_000;
/** How exactly a move that waits is told when it is due. */
const deliveryMs = 10;
/** Of one account in one room. */
const mostSessions = 3;
const tryAgainLater = 1013;
const openNotice = JSON.stringify({ type: 'open' });

/** A channel's room: hosts the pure room with its sockets, its sleep and its alarm. */
export class InteractiveRoom extends DurableObject<Env> {
	readonly #limits: RoomLimits;
	readonly #storage: RoomStorage;
	readonly #accounts: Accounts;
	readonly #seats = new Seats();
	#room: Room = createRoom();
	#wakesAt: number | undefined;
	#touchedAt = 0;
	#timer: number | undefined;
	#delivery: number | undefined;

	constructor(state: DurableObjectState, env: Env) {
		super(state, env);
		this.#limits = readRoomLimits(env);
		this.#storage = new RoomStorage(state.storage.kv);
		this.#accounts = new Accounts(state.storage.kv, this.#limits.firstSparks);
		state.setWebSocketAutoResponse(new WebSocketRequestResponsePair('ping', 'pong'));
		this.#wake();
	}

	override async fetch(request: Request): Promise<Response> {
		const place = parsePlaceRequest(request);
		switch (place.role) {
			case 'host':
				return this.#seatHost(place);
			case 'participant':
				return this.#seatParticipant(place.key);
			case 'watcher':
				return this.#seatWatcher(place.key);
			case 'waiter':
				return this.#seatWaiter();
			default:
				return place satisfies never;
		}
	}

	/** Whether a game client is seated. */
	async hosted(): Promise<boolean> {
		return this.#room.hostId !== undefined;
	}

	/** The client ID of the game that is seated; `undefined` where there is none. */
	async game(): Promise<string | undefined> {
		return this.#seats.host?.tag.clientId;
	}

	/** Ends the game client that is seated, so that it does not come back; false where there is none. */
	async kick(): Promise<boolean> {
		const { host } = this.#seats;
		if (host) this.#dismiss(host, closeCodes.terminated, 'The streamer ended the game.');
		return host !== undefined;
	}

	/** Keeps a file that was checked by the Worker. */
	async keepFile(sha256: string, file: RoomFile): Promise<void> {
		keepFile(this.ctx.storage.sql, sha256, file, Date.now());
	}

	async findFile(sha256: string): Promise<RoomFile | undefined> {
		return findFile(this.ctx.storage.sql, sha256);
	}

	override async webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
		const seat = this.#seats.at(socket);
		if (!seat) return;
		if (seat.tag.role !== 'host' && huge(message))
			return this.#dismiss(seat, closeCodes.accessRevoked, 'The frame is too large.');
		if (!seat.compressed) return this.#hear(seat, message);
		await seat.inOrder(async () => {
			this.#hear(seat, typeof message === 'string' ? message : await seat.decode(message, frameLimits.host.chars));
		});
	}

	override async webSocketClose(socket: WebSocket, code: number, reason: string): Promise<void> {
		const answer = answerClose(code);
		if (answer !== undefined) closeSocket(socket, answer, reason);
		await this.#lose(socket);
	}

	override async webSocketError(socket: WebSocket): Promise<void> {
		await this.#lose(socket);
	}

	override async alarm(): Promise<void> {
		this.#wakesAt = undefined;
		this.#perform(tick(this.#room, this.#context()));
		for (const sessionID of this.#room.participants.keys()) this.#keepSparks(sessionID);
	}

	#seatHost({ userAgent, instance, batched, clientId }: Extract<Place, { role: 'host' }>): Response {
		const { host } = this.#seats;
		const own = instance !== undefined && host?.tag.instance === instance;
		if (host && own) this.#dismiss(host, closeCodes.conflict, 'The game client is connected anew.');
		const id = crypto.randomUUID();
		const opened = openHost(this.#room, id);
		if ('type' in opened) return refuseSocket(opened.code, opened.message);
		const answer = this.#accept({ role: 'host', id, instance, batched, clientId }, userAgent);
		this.#perform(opened);
		for (const waiter of [...this.#seats.waiters]) {
			waiter.socket.send(openNotice);
			this.#dismiss(waiter, closeCodes.normal, 'There is a game.');
		}
		return answer;
	}

	#seatParticipant({ room: _room, watcher: _watcher, account, ...known }: ParticipantKey): Response {
		const { sessionID } = known;
		const tag: SeatTag = { role: 'participant', id: sessionID, account };
		if (this.#takeOver(this.#seats.participants.get(sessionID))) {
			const answer = this.#accept(tag);
			this.#perform(resumeParticipant(this.#room, sessionID));
			return answer;
		}
		if (account !== undefined) this.#makeRoomFor(account);
		const sparks = account === undefined ? 0 : this.#accounts.open(sessionID, account);
		const opened = openParticipant(this.#room, { ...known, sparks }, this.#context());
		if ('type' in opened) {
			this.#accounts.close(sessionID);
			return refuseSocket(opened.code, opened.message);
		}
		const answer = this.#accept(tag);
		this.#perform(opened);
		return answer;
	}

	#seatWatcher({ sessionID }: ParticipantKey): Response {
		this.#takeOver(this.#seats.watchers.get(sessionID));
		const opened = openWatcher(this.#room, sessionID, this.#seats.watchers.size, this.#context());
		if ('type' in opened) return refuseSocket(opened.code, opened.message);
		const answer = this.#accept({ role: 'watcher', id: sessionID });
		this.#perform(opened);
		return answer;
	}

	#seatWaiter(): Response {
		if (this.#room.hostId !== undefined) return refuseSocket(closeCodes.normal, 'There is a game.', openNotice);
		if (this.#seats.waiters.size >= this.#limits.mostWaiting) return refuseSocket(tryAgainLater, 'Too many wait.');
		return this.#accept({ role: 'waiter', id: crypto.randomUUID() });
	}

	/** Frees a seat for a newer socket of the same key: the older one's line may be dead without anybody knowing. */
	#takeOver(seat: Seat | undefined): boolean {
		if (!seat) return false;
		this.#seats.remove(seat);
		seat.close(closeCodes.conflict, 'You are connected anew.');
		return true;
	}

	/** The oldest of an account's sessions makes room for a newer one: each of them earns sparks. */
	#makeRoomFor(account: string): void {
		const own = [...this.#seats.participants.values()].filter(({ tag }) => tag.account === account);
		const [oldest] = own;
		if (oldest && own.length >= mostSessions) this.#dismiss(oldest, closeCodes.conflict, 'You are here elsewhere.');
	}

	#accept(tag: SeatTag, userAgent = ''): Response {
		const { client, server } = createSocketPair();
		this.ctx.acceptWebSocket(server, [tag.role]);
		server.serializeAttachment(tag);
		this.#seats.add(new Seat(server, tag, openLine(tag.role === 'host' ? 'host' : 'participant', userAgent)));
		return answerSocket(client);
	}

	#hear(seat: Seat, frame: string | ArrayBuffer): void {
		const sender = toSender(seat.tag);
		if (!sender || !this.#seats.has(seat)) return;
		seat.hear();
		for (const packet of readPackets(frame, frameLimits[sender.role])) {
			if (!this.#seats.has(seat)) return;
			const outcome = receive(this.#room, packet, sender, this.#context());
			this.#perform(outcome, seat);
			const scheme = sender.role === 'host' ? agreedScheme(packet, outcome.replies) : undefined;
			if (scheme) seat.switchTo(scheme);
		}
	}

	/** Carries out what came of something: events before replies, closings last. */
	#perform({ room, events, replies, closings }: Outcome, seat?: Seat): void {
		this.#room = room;
		for (const { to, packet } of events) for (const listener of this.#seats.of(to)) listener.tell([packet]);
		seat?.tell(replies);
		for (const { to, code, message } of closings)
			for (const closed of [...this.#seats.of(to)]) this.#dismiss(closed, code, message);
		this.#touch();
	}

	/** A stick that is pushed is told at its own pace, however fast its samples come. */
	#deliverLater(): void {
		if (this.#delivery !== undefined || this.#room.samples.size === 0) return;
		this.#delivery = setTimeout(() => {
			this.#delivery = undefined;
			this.#perform(deliverSamples(this.#room, this.#context()));
		}, deliveryMs) as unknown as number;
	}

	#dismiss(seat: Seat, code: CloseCode, reason: string): void {
		seat.close(code, reason);
		this.#free(seat);
	}

	async #lose(socket: WebSocket): Promise<void> {
		const seat = this.#seats.at(socket);
		// What came before the close may still be being decoded.
		if (seat?.compressed) await seat.inOrder(async () => {});
		if (seat && this.#seats.has(seat)) this.#free(seat);
	}

	#free(seat: Seat): void {
		this.#seats.remove(seat);
		const sender = toSender(seat.tag);
		if (!sender) return;
		const leaving = sender.role === 'host' ? [...this.#room.participants.keys()] : [sender.sessionID];
		for (const sessionID of leaving) {
			this.#keepSparks(sessionID);
			this.#accounts.close(sessionID);
		}
		this.#perform(leave(this.#room, sender));
	}

	#keepSparks(sessionID: string): void {
		if (this.#room.participants.has(sessionID)) this.#accounts.keep(sessionID, balance(this.#room, sessionID));
	}

	#context(): RoomContext {
		return { now: Date.now(), createId: () => crypto.randomUUID(), settings: this.#limits.settings };
	}

	/** What was written down is true no more, and is written again once it is quiet. */
	#touch(): void {
		this.#storage.clear();
		this.#touchedAt = Date.now();
		// While a timer runs, the object is not put to sleep.
		if (this.#timer === undefined) this.#restLater();
		this.#deliverLater();
		if (this.#wakesAt !== undefined || this.#room.participants.size === 0) return;
		this.#wakesAt = this.#touchedAt + minuteMs;
		void this.ctx.storage.setAlarm(this.#wakesAt);
	}

	#restLater(): void {
		this.#timer = setTimeout(() => this.#rest(), quietMs) as unknown as number;
	}

	#rest(): void {
		this.#timer = undefined;
		if (this.#room.hostId === undefined) return;
		const quiet = Date.now() - this.#touchedAt;
		if (quiet < quietMs || this.#seats.host?.compressed) return this.#restLater();
		for (const sessionID of this.#room.participants.keys()) this.#keepSparks(sessionID);
		const lines = new Map([...this.#seats.listeners()].map(({ tag, line }) => [tag.id, line]));
		this.#storage.save({ room: toStoredRoom(this.#room), lines, wakesAt: this.#wakesAt });
	}

	/** Seats those again who sat here before the room slept; where it did not sleep but end, they are told to come back. */
	#wake(): void {
		const kept = this.#storage.load();
		for (const socket of this.ctx.getWebSockets()) {
			// One that was closed is still listed until its client has answered.
			if (socket.readyState !== WebSocket.OPEN) continue;
			const tag = socket.deserializeAttachment() as SeatTag;
			this.#seats.add(new Seat(socket, tag, kept?.lines.get(tag.id) ?? openLine('participant', '')));
		}
		if (kept && this.#seats.host && kept.room.hostId === this.#seats.host.tag.id) return this.#resume(kept);
		for (const seat of [...this.#seats.listeners()]) this.#restart(seat);
	}

	#resume({ room, lines, wakesAt }: KeptRoom): void {
		this.#room = room;
		this.#wakesAt = wakesAt;
		for (const seat of [...this.#seats.listeners()]) if (!lines.has(seat.tag.id)) this.#restart(seat);
		for (const sessionID of room.participants.keys()) {
			const account = this.#seats.participants.get(sessionID)?.tag.account;
			if (account !== undefined) this.#accounts.resume(sessionID, account, balance(room, sessionID));
			// Their socket was closed while nobody was awake to hear of it.
			if (!this.#seats.participants.has(sessionID))
				this.#perform(leave(this.#room, { role: 'participant', sessionID }));
		}
	}

	#restart(seat: Seat): void {
		this.#seats.remove(seat);
		seat.close(closeCodes.restart, 'The room was restarted.');
	}
}
