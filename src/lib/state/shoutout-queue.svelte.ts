import { AuthorizationError, ConnectionError, RejectionError } from '#lib/model/errors.ts';
import type { Person } from '#lib/model/person.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import { shoutoutPauses } from '#lib/platforms/twitch/helix/shoutouts.ts';
import { planShoutouts, type PlannedShoutout } from '#lib/platforms/twitch/shoutout-plan.ts';
import type { Clock } from '#lib/transport/clock.ts';
import type { SettingsStorage } from './settings.svelte.ts';
import { emptyQueue, formatQueue, parseQueue, type QueueRecord, type WaitingShoutout } from './shoutout-record.ts';

/** As many as can wait. */
export const mostShoutouts = 30;

const mostRaiders = 10;
/** What was put in by mistake can be taken out for so long. */
const usualGraceMs = 8_000;
/** Twitch does not say which of its two limits it refused for: twice in a row, it is the hour. */
const refusalsOfAnHour = 2;

/** What a shoutout queue works with. */
export interface ShoutoutQueueOptions {
	readonly storage: () => SettingsStorage;
	readonly clock: Clock;
	readonly send: (userId: string) => Promise<void>;
	/** Runs a task in one page of this browser; the returned function ends it, or no longer waits. */
	readonly holdAlone: (name: string, task: () => () => void) => () => void;
	/** Hears that another page has changed what is stored. */
	readonly onStored: (listener: (key: string | null) => void) => () => void;
	/** How long a shoutout waits at least before it goes out. */
	readonly graceMs?: number;
}

/** Shoutouts that go out one by one as Twitch allows them, from one page of this browser, also after a reload. */
export class ShoutoutQueue {
	/** Why the newest one did not go out. */
	problem = $state.raw<unknown>();
	/** Whose shoutout is on its way. */
	sendingTo = $state.raw<string>();
	#record = $state.raw<QueueRecord>(emptyQueue);
	readonly #options: ShoutoutQueueOptions;
	#key: string | undefined;
	#runs = false;
	#timer: unknown;

	constructor(options: ShoutoutQueueOptions) {
		this.#options = options;
	}

	/** Starts sending for a channel; the returned function stops. */
	open(broadcasterId: string): () => void {
		const key = `tributary.shoutouts.${broadcasterId}`;
		this.#key = key;
		this.#reload();
		const stopHearing = this.#options.onStored((changed) => {
			if (changed === key || changed === null) this.#reload();
		});
		const release = this.#options.holdAlone(key, () => {
			this.#runs = true;
			this.#reload();
			return () => (this.#runs = false);
		});
		return () => {
			stopHearing();
			release();
			this.#options.clock.clearTimeout(this.#timer);
			this.#key = undefined;
			this.#record = emptyQueue;
			this.problem = undefined;
		};
	}

	/** In the order in which they were put. */
	get waiting(): readonly Person[] {
		return this.#record.waiting.map(({ person }) => person);
	}

	/** In the order in which they go out. */
	get planned(): readonly PlannedShoutout[] {
		return planShoutouts(this.waiting, this.#record, this.#options.clock.now());
	}

	/** Newest first. */
	get raiders(): readonly Person[] {
		return this.#record.raiders;
	}

	/** Whether nothing goes out until somebody says so, or the stream begins. */
	get paused(): boolean {
		return this.#record.paused;
	}

	/** Whether whoever raids gets a shoutout. */
	get thanksRaiders(): boolean {
		return this.#record.thanksRaiders;
	}

	set thanksRaiders(thanksRaiders: boolean) {
		this.#change((record) => ({ ...record, thanksRaiders }));
	}

	has({ userId }: Person): boolean {
		return this.#record.waiting.some(({ person }) => person.userId === userId);
	}

	/** Puts a channel at a place, by itself the last; false where it waits already or the queue is full. */
	add(person: Person, place = mostShoutouts): boolean {
		if (this.has(person) || this.#record.waiting.length >= mostShoutouts) return false;
		this.#change((record) => {
			const waiting = [...record.waiting];
			waiting.splice(place, 0, { person: toPerson(person), refusals: 0, uncertain: false });
			const earliest = this.#options.clock.now() + (this.#options.graceMs ?? usualGraceMs);
			return { ...record, waiting, anyFreeAt: Math.max(record.anyFreeAt, earliest) };
		});
		return true;
	}

	remove(userId: string): void {
		this.#change((record) => ({ ...record, waiting: without(record, userId) }));
	}

	/** Puts a channel somewhere else. */
	move(userId: string, place: number): void {
		this.#change((record) => {
			const moved = record.waiting.find(({ person }) => person.userId === userId);
			const waiting = [...without(record, userId)];
			if (moved) waiting.splice(place, 0, moved);
			return { ...record, waiting };
		});
	}

	/** Goes on after a refusal. */
	resume(): void {
		this.problem = undefined;
		this.#change((record) => ({ ...record, paused: false }));
	}

	/** Takes up what was done elsewhere, and who raided. */
	take(event: StreamEvent): void {
		if (event.simulated) return;
		if (event.type === 'shoutout-sent') this.#takeSent(event);
		if (event.type === 'stream-online' && this.paused) this.resume();
		if (event.type === 'raid') this.#takeRaid(event.person);
	}

	#takeSent({ person: { userId }, nextAt, sameNextAt }: Extract<StreamEvent, { type: 'shoutout-sent' }>): void {
		this.#change((record) => ({
			...record,
			waiting: without(record, userId),
			anyFreeAt: Math.max(record.anyFreeAt, nextAt),
			sameFreeAt: { ...record.sameFreeAt, [userId]: sameNextAt }
		}));
	}

	#takeRaid(raider: Person): void {
		const others = (record: QueueRecord) => record.raiders.filter(({ userId }) => userId !== raider.userId);
		this.#change((record) => ({ ...record, raiders: [toPerson(raider), ...others(record)].slice(0, mostRaiders) }));
		if (this.#runs && this.thanksRaiders) this.add(raider);
	}

	/** Other pages write too: a change is made to what is stored, not to what this page remembers. */
	#change(change: (record: QueueRecord) => QueueRecord): void {
		if (this.#key === undefined) return;
		this.#record = change(this.#read(this.#key));
		try {
			this.#options.storage().setItem(this.#key, formatQueue(this.#record, this.#options.clock.now()));
		} catch {
			// Where storage is blocked the queue lasts until the page closes.
		}
		this.#plan();
	}

	#read(key: string): QueueRecord {
		try {
			return parseQueue(this.#options.storage().getItem(key)) ?? this.#record;
		} catch {
			return this.#record;
		}
	}

	#reload(): void {
		if (this.#key === undefined) return;
		this.#record = this.#read(this.#key);
		this.#plan();
	}

	#plan(): void {
		const { clock } = this.#options;
		clock.clearTimeout(this.#timer);
		const next = this.planned[0];
		if (!this.#runs || this.paused || this.sendingTo !== undefined || !next) return;
		this.#timer = clock.setTimeout(() => void this.#send(next.person.userId), next.dueAt - clock.now());
	}

	/** Until its answer is there a shoutout may have been given, also to the page that runs the queue after this one. */
	async #send(userId: string): Promise<void> {
		const key = this.#key;
		const before = this.#record.waiting.find(({ person }) => person.userId === userId);
		if (this.sendingTo !== undefined || !before) return;
		this.sendingTo = userId;
		this.#mark(userId, { uncertain: true });
		try {
			await this.#options.send(userId);
			if (key === this.#key) this.#finish(userId);
		} catch (error) {
			if (key === this.#key) this.#fail(before, error);
		} finally {
			this.sendingTo = undefined;
			this.#plan();
		}
	}

	#mark(userId: string, change: Partial<WaitingShoutout>): void {
		this.#change((record) => ({
			...record,
			waiting: record.waiting.map((one) => (one.person.userId === userId ? { ...one, ...change } : one))
		}));
	}

	#finish(userId: string): void {
		this.problem = undefined;
		this.#change((record) => {
			const now = this.#options.clock.now();
			return {
				...record,
				waiting: without(record, userId),
				anyFreeAt: Math.max(record.anyFreeAt, now + shoutoutPauses.anyMs),
				sameFreeAt: { ...record.sameFreeAt, [userId]: now + shoutoutPauses.sameMs }
			};
		});
	}

	/** Refused for good, the queue waits for the streamer; else it tries again later, which Twitch never lets double one. */
	#fail(before: WaitingShoutout, error: unknown): void {
		const { userId } = before.person;
		if (isLimit(error) && before.uncertain) return this.#finish(userId);
		this.problem = error;
		if (error instanceof RejectionError || error instanceof AuthorizationError) {
			this.#mark(userId, { uncertain: false });
			this.#change((record) => ({ ...record, paused: true }));
			return;
		}
		if (isLimit(error)) this.#waitLonger(before);
		const anyFreeAt = this.#options.clock.now() + shoutoutPauses.anyMs;
		this.#change((record) => ({ ...record, anyFreeAt }));
	}

	#waitLonger({ person: { userId }, refusals }: WaitingShoutout): void {
		const isHour = refusals + 1 >= refusalsOfAnHour;
		this.#mark(userId, { uncertain: false, refusals: isHour ? 0 : refusals + 1 });
		if (!isHour) return;
		const freeAt = this.#options.clock.now() + shoutoutPauses.sameMs;
		this.#change((record) => ({ ...record, sameFreeAt: { ...record.sameFreeAt, [userId]: freeAt } }));
	}
}

/** Nothing else that is known of somebody is kept. */
function toPerson({ userId, login, displayName }: Person): Person {
	return { userId, login, displayName };
}

function without({ waiting }: QueueRecord, userId: string): readonly WaitingShoutout[] {
	return waiting.filter(({ person }) => person.userId !== userId);
}

function isLimit(error: unknown): boolean {
	return error instanceof ConnectionError && error.code === 'rate_limited';
}
