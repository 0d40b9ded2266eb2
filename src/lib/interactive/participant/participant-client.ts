import { Emitter } from '#lib/model/emitter.ts';
import { AuthorizationError } from '#lib/model/errors.ts';
import { Backoff } from '#lib/transport/backoff.ts';
import { systemEnvironment, type Environment } from '#lib/transport/environment.ts';
import type { JsonObject } from '#lib/interactive/json.ts';
import { reactTo, type CloseReaction } from './close-reaction.ts';
import { toInputResult, type InputResult } from './input-result.ts';
import { emptyMirror, reflect, type Mirror } from './mirror.ts';
import { Releases } from './releases.ts';
import { RoomSocket } from './room-socket.ts';
import { requestSeat, toSocketUrl, toWaitUrl, type Seat } from './seat.ts';
import { waitForGame } from './wait-socket.ts';

/** How a participant is doing. */
export type ParticipantPhase =
	| { readonly type: 'joining' }
	| { readonly type: 'unknown-channel' }
	/** There is no game; `ended` when there was one. */
	| { readonly type: 'waiting'; readonly ended: boolean }
	| { readonly type: 'inside' }
	/** It comes back by itself. */
	| { readonly type: 'lost' }
	| { readonly type: 'full' }
	/** The room does not want this participant. */
	| { readonly type: 'banned' }
	/** The game was ended for this participant. */
	| { readonly type: 'kicked' };

/** Where and as whom it joins. */
export interface ParticipantOptions {
	/** Where the Worker answers. */
	readonly origin: string;
	/** A room's id, a Twitch login or a Twitch user id. */
	readonly channel: string;
	/** Who joins; nothing: anonymous. `refused` is a token that the room did not take. */
	readonly accessToken?: (refused?: string) => Promise<string | undefined>;
	/** Sees and does nothing, as an overlay. */
	readonly watch?: boolean;
}

/** A room that was restarted does not get everybody back in the same moment. */
const retry = { firstMs: 2_000, capMs: 20_000 };
const fullMs = 30_000;
/** So long a game may take to come back after a restart before it counts as over. */
const restartMs = 8_000;
const largestId = 2 ** 31;

/** A participant of a channel's room: joins, mirrors it, gives input, and comes back by itself. */
export class ParticipantClient {
	/** Something of `phase`, `mirror`, `room` or `clockOffsetMs` is new. */
	readonly changes = new Emitter<void>();
	/** What the game broadcast. */
	readonly broadcasts = new Emitter<JsonObject>();
	phase: ParticipantPhase = { type: 'joining' };
	mirror: Mirror = emptyMirror;
	/** The room's id, once it is known. */
	room: string | undefined;
	/** By how much the host's clock is ahead of ours, ms. */
	clockOffsetMs = 0;
	readonly #options: ParticipantOptions;
	readonly #environment: Environment;
	readonly #backoff: Backoff;
	readonly #releases = new Releases();
	/** What is heard from a hello on, until it is a whole room. */
	#incoming: Mirror | undefined;
	#seat: Extract<Seat, { readonly type: 'seat' }> | undefined;
	#socket: RoomSocket | undefined;
	#stop: () => void = () => undefined;
	#played = false;
	#run = 0;
	#nextId = 1;

	constructor(options: ParticipantOptions, environment: Environment = systemEnvironment) {
		this.#options = options;
		this.#environment = environment;
		this.#backoff = new Backoff(environment.random, retry);
	}

	/** Joins and stays until the returned function is called. */
	open(): () => void {
		void this.#join();
		return () => this.#cease();
	}

	/** Gives input; never throws. Letting go of something while the line is broken is told once it is whole again. */
	async giveInput(controlID: string, gesture: JsonObject): Promise<InputResult> {
		if (!this.#socket?.greeted || this.#incoming) {
			this.#releases.keep(controlID, gesture);
			return { type: 'lost', sent: false };
		}
		try {
			await this.#socket.call('giveInput', { ...gesture, controlID }, this.#nextId++ % largestId);
			return { type: 'taken' };
		} catch (cause) {
			return toInputResult(cause);
		}
	}

	/** To be called when the page wakes up or the network is back: tries now, or looks whether the line still lives. */
	wake(): void {
		const { type } = this.phase;
		if (type === 'inside') this.#socket?.check();
		if (type === 'lost' || type === 'waiting' || type === 'full') void this.#join();
	}

	async #join(): Promise<void> {
		this.#cease();
		const run = this.#run;
		if (this.#seat) return this.#openSocket(this.#seat);
		try {
			const seat = await this.#requestSeat();
			if (run === this.#run) this.#take(seat);
		} catch {
			if (run === this.#run) this.#comeBack({ type: 'lost' }, this.#backoff.next());
		}
	}

	/** A token that is not taken is asked for anew once; after that the viewer is anonymous. */
	async #requestSeat(): Promise<Seat> {
		const { origin, channel, watch, accessToken } = this.#options;
		const token = await accessToken?.();
		try {
			return await requestSeat({ origin, channel, watch, accessToken: token }, this.#environment);
		} catch (cause) {
			if (!(cause instanceof AuthorizationError) || token === undefined) throw cause;
			const newer = await accessToken?.(token);
			return requestSeat({ origin, channel, watch, accessToken: newer }, this.#environment);
		}
	}

	#take(seat: Seat): void {
		if (seat.type === 'no-channel') return this.#enter({ type: 'unknown-channel' });
		this.room = seat.room;
		if (seat.type === 'no-game') return this.#wait();
		this.#seat = seat;
		this.#openSocket(seat);
	}

	#openSocket(seat: Extract<Seat, { readonly type: 'seat' }>): void {
		this.#incoming = emptyMirror;
		const socket = new RoomSocket(
			toSocketUrl(seat),
			{
				onCall: (method, params) => this.#hear(method, params),
				onClockOffset: (offsetMs) => {
					this.clockOffsetMs = offsetMs;
					this.changes.emit();
				},
				onClose: (code) => this.#lose(reactTo(code))
			},
			this.#environment,
			{ watching: this.#options.watch ?? false }
		);
		this.#socket = socket;
		this.#stop = () => socket.close();
	}

	#hear(method: string, params: JsonObject | null): void {
		if (method === 'event') return this.broadcasts.emit(params ?? {});
		if (method === 'hello') this.#incoming = emptyMirror;
		if (!this.#incoming) {
			const mirror = reflect(this.mirror, method, params);
			if (mirror === this.mirror) return;
			this.mirror = mirror;
			return this.changes.emit();
		}
		this.#incoming = reflect(this.#incoming, method, params);
		// The last word of the whole room.
		if (method !== 'onReady') return;
		this.mirror = this.#incoming;
		this.#incoming = undefined;
		this.#played = true;
		this.#backoff.reset();
		this.#enter({ type: 'inside' });
		for (const [controlID, gesture] of this.#releases.take()) void this.giveInput(controlID, gesture);
	}

	#lose(reaction: CloseReaction): void {
		if (reaction !== 'resume') this.#seat = undefined;
		switch (reaction) {
			case 'resume':
			case 'rejoin':
				return this.#comeBack({ type: 'lost' }, this.#backoff.next());
			case 'wait':
				return this.#wait();
			case 'full':
				return this.#comeBack({ type: 'full' }, fullMs * (1 + this.#environment.random()));
			case 'banned':
				return this.#enter({ type: 'banned' });
			case 'ended':
				return this.#enter({ type: 'kicked' });
			default:
				return reaction satisfies never;
		}
	}

	#wait(): void {
		const { clock } = this.#environment;
		const restarted = this.phase.type === 'lost' && this.#played;
		const url = toWaitUrl(this.#options.origin, this.room ?? this.#options.channel);
		const stopWaiting = waitForGame(url, () => void this.#join(), this.#environment);
		const giveUp = () => this.#enter({ type: 'waiting', ended: this.#played });
		const timer = restarted ? clock.setTimeout(giveUp, restartMs) : undefined;
		this.#stop = () => {
			clock.clearTimeout(timer);
			stopWaiting();
		};
		this.#releases.clear();
		if (!restarted) giveUp();
	}

	#comeBack(phase: ParticipantPhase, waitMs: number): void {
		const { clock } = this.#environment;
		const timer = clock.setTimeout(() => void this.#join(), waitMs);
		this.#stop = () => clock.clearTimeout(timer);
		this.#enter(phase);
	}

	#enter(phase: ParticipantPhase): void {
		this.phase = phase;
		this.changes.emit();
	}

	#cease(): void {
		this.#run++;
		this.#stop();
		this.#stop = () => undefined;
		this.#socket = undefined;
	}
}
