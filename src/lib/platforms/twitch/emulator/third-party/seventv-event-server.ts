import type { ServerSocket } from '#lib/platforms/emulated-platform.ts';
import type { Clock } from '#lib/transport/clock.ts';
import * as v from 'valibot';
import type { EmoteEdit } from './emotes.ts';
import { formatSevenTvEmote, sevenTvSetId } from './seventv.ts';

const heartbeatMs = 25_000;
/** How long a session that lost its socket can be resumed. */
const resumableMs = 60_000;

const frame = v.object({ op: v.number(), d: v.unknown() });
const subscription = v.object({
	type: v.literal('emote_set.update'),
	condition: v.object({ object_id: v.pipe(v.string(), v.minLength(1)) })
});
const resumption = v.object({ session_id: v.string() });

interface Session {
	readonly id: string;
	socket: ServerSocket | undefined;
	readonly setIds: Set<string>;
	/** What its socket would have been told. */
	missed: string[];
	lostAt: number;
}

/** 7TV's event socket. @see https://github.com/SevenTV/EventAPI#opcodes */
export class SevenTvEventServer {
	readonly #clock: Clock;
	readonly #sessions = new Map<string, Session>();
	#opened = 0;

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	accept(socket: ServerSocket): boolean {
		const id = `session${++this.#opened}`;
		const session: Session = { id, socket, setIds: new Set(), missed: [], lostAt: 0 };
		this.#sessions.set(id, session);
		let beats = 0;
		let timer: unknown;
		const beat = () => {
			timer = this.#clock.setTimeout(() => {
				socket.send(encode(2, { count: ++beats }));
				beat();
			}, heartbeatMs);
		};
		socket.onclose = () => {
			this.#clock.clearTimeout(timer);
			session.socket = undefined;
			session.lostAt = this.#clock.now();
		};
		socket.onmessage = (text) => this.#answer(session, socket, text);
		socket.send(encode(1, { heartbeat_interval: heartbeatMs, session_id: id, subscription_limit: 500, actor: null }));
		beat();
		return true;
	}

	/** Tells every session that follows the channel's set. */
	tell(channelId: string, edit: EmoteEdit): void {
		const setId = sevenTvSetId(channelId);
		const text = encode(0, { type: 'emote_set.update', body: { id: setId, kind: 3, ...describe(edit) } });
		for (const { setIds, socket, missed } of this.#sessions.values()) {
			if (!setIds.has(setId)) continue;
			if (socket) socket.send(text);
			else missed.push(text);
		}
	}

	/** Forgets every session and closes its socket. */
	reset(): void {
		const sockets = [...this.#sessions.values()].map(({ socket }) => socket);
		this.#sessions.clear();
		for (const socket of sockets) socket?.close(4006, 'restart');
	}

	#answer(session: Session, socket: ServerSocket, text: string): void {
		const { output, success } = v.safeParse(frame, parse(text));
		if (!success) return socket.close(4002, 'invalid payload');
		switch (output.op) {
			case 34:
				return this.#resume(session, socket, output.d);
			case 35:
			case 36:
				return changeSubscription(session, socket, output);
			default:
				return socket.close(4001, 'unknown operation');
		}
	}

	#resume(session: Session, socket: ServerSocket, d: unknown): void {
		const earlier = v.is(resumption, d) ? this.#sessions.get(d.session_id) : undefined;
		const known = earlier && !earlier.socket && this.#clock.now() - earlier.lostAt <= resumableMs ? earlier : undefined;
		const counts = { dispatches_replayed: known?.missed.length ?? 0, subscriptions_restored: known?.setIds.size ?? 0 };
		socket.send(encode(5, { command: 'RESUME', data: { success: known !== undefined, ...counts } }));
		if (!known) return;
		this.#sessions.delete(known.id);
		for (const setId of known.setIds) session.setIds.add(setId);
		for (const text of known.missed) socket.send(text);
	}
}

function describe({ old, next }: EmoteEdit): object {
	const change = {
		key: 'emotes',
		...(old && { old_value: formatSevenTvEmote(old) }),
		...(next && { value: formatSevenTvEmote(next) })
	};
	if (!next) return { pulled: [change] };
	return old ? { updated: [change] } : { pushed: [change] };
}

function changeSubscription(
	{ setIds }: Session,
	socket: ServerSocket,
	{ op, d }: { readonly op: number; readonly d: unknown }
): void {
	if (!v.is(subscription, d)) return socket.close(4002, 'invalid payload');
	const setId = d.condition.object_id;
	if (op === 35 && setIds.has(setId)) return socket.close(4009, 'already subscribed');
	if (op === 36 && !setIds.has(setId)) return socket.close(4010, 'not subscribed');
	if (op === 35) setIds.add(setId);
	else setIds.delete(setId);
	socket.send(encode(5, { command: op === 35 ? 'SUBSCRIBE' : 'UNSUBSCRIBE', data: d }));
}

function encode(op: number, d: object): string {
	return JSON.stringify({ op, t: 0, d });
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
