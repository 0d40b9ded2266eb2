import type { Chat } from './irc/chat.ts';
import type { EmulatedUser } from './emulated-user.ts';
import type { Room } from './irc/room.ts';
import { toEventUser, type Notifications } from './notifications.ts';
import type { Streams } from './streams.ts';

/** What the ads of a channel work on. */
export interface AdsOptions {
	readonly chat: Chat;
	readonly notifications: Notifications;
	readonly streams: Streams;
}

/** When ads of a channel come and came; times are epoch ms. */
export interface AdState {
	readonly nextAt: number;
	/** Of the next ad break. */
	readonly seconds: number;
	readonly lastAt?: number;
	readonly prerollFreeUntil: number;
	/** When each snooze that is spent comes back. */
	readonly snoozesBackAt: readonly number[];
}

const firstAfterMs = 25 * 60_000;
const everyMs = 60 * 60_000;
const usualSeconds = 90;
const snoozeMs = 5 * 60_000;
const snoozes = 3;
/** Half a minute of ads keeps pre-rolls away for ten minutes. */
const prerollFreeMsPerSecond = 20_000;

/** The ads of the channels: scheduled ones come by themselves. */
export class Ads {
	readonly #parts: AdsOptions;
	readonly #states = new WeakMap<Room, AdState>();

	constructor(parts: AdsOptions) {
		this.#parts = parts;
	}

	/** The ads of a channel, which are scheduled when they are first asked for. */
	stateOf(room: Room): AdState {
		const known = this.#states.get(room);
		if (known) return known;
		return this.#set(room, {
			nextAt: this.#now + firstAfterMs,
			seconds: usualSeconds,
			prerollFreeUntil: 0,
			snoozesBackAt: []
		});
	}

	snoozesLeft(room: Room): number {
		return snoozes - this.#spent(room).length;
	}

	/** When the next snooze that is spent comes back. */
	snoozeBackAt(room: Room): number | undefined {
		return this.#spent(room)[0];
	}

	schedule(room: Room, { inMs, seconds }: { readonly inMs: number; readonly seconds: number }): void {
		this.#set(room, { ...this.stateOf(room), nextAt: this.#now + inMs, seconds });
	}

	/** Puts the next ad break off; false where no snooze is left. */
	snooze(room: Room): boolean {
		const spent = this.#spent(room);
		if (spent.length >= snoozes) return false;
		const state = this.stateOf(room);
		const snoozesBackAt = [...spent, this.#now + everyMs];
		this.#set(room, { ...state, nextAt: state.nextAt + snoozeMs, snoozesBackAt });
		return true;
	}

	/** Runs ads now; without somebody who asked for them they come on their own. */
	run(room: Room, seconds: number, requester?: EmulatedUser): void {
		const now = this.#now;
		const { owner } = room;
		const prerollFreeUntil = now + seconds * prerollFreeMsPerSecond;
		this.#set(room, {
			...this.stateOf(room),
			nextAt: now + everyMs,
			seconds: usualSeconds,
			lastAt: now,
			prerollFreeUntil
		});
		this.#parts.notifications.tell('channel.ad_break.begin', owner, {
			duration_seconds: seconds,
			started_at: new Date(now).toISOString(),
			is_automatic: requester === undefined,
			...toEventUser(requester ?? owner, 'requester_')
		});
	}

	get #now(): number {
		return this.#parts.chat.clock.now();
	}

	#spent(room: Room): readonly number[] {
		return this.stateOf(room).snoozesBackAt.filter((backAt) => backAt > this.#now);
	}

	#set(room: Room, state: AdState): AdState {
		const { chat, streams } = this.#parts;
		const moved = this.#states.get(room)?.nextAt !== state.nextAt;
		this.#states.set(room, state);
		if (!moved) return state;
		chat.clock.setTimeout(() => {
			const isCurrent = this.#states.get(room)?.nextAt === state.nextAt && chat.findRoom(room.owner.login) === room;
			if (isCurrent && streams.find(room.owner)) this.run(room, this.stateOf(room).seconds);
		}, state.nextAt - this.#now);
		return state;
	}
}
