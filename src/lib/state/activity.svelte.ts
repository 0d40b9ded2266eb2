import { activityKey, isActivity, type ActivityEntry, type ActivityEvent } from '#lib/model/activity.ts';
import { addActivity, findOpenGift, isGifted, isKnown } from '#lib/model/activity-list.ts';
import { Emitter } from '#lib/model/emitter.ts';
import type { PlatformId } from '#lib/model/platform-id.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import {
	emptyActivity,
	mostActivities,
	withoutOldActivity,
	type ActivityRecord
} from '#lib/services/activity-record.ts';
import type { Clock } from '#lib/transport/clock.ts';
import { createContext } from 'svelte';

/** As long as a gifted subscription waits for the gift that it is part of. */
const giftWaitMs = 3_000;
const freshMs = 60_000;

/** What the activity feed needs. */
export interface ActivityOptions {
	readonly clock: Clock;
	/** The account that is connected on a platform, as `platform:user ID`. */
	readonly ownerOn: (platform: PlatformId) => string | undefined;
}

/** What happened on the streams of this browser's accounts, the newest 500. */
export class Activity {
	/** Each line that was heard of, when it is shown. */
	readonly added = new Emitter<ActivityEntry>();
	/** Called with each change of what is kept. */
	readonly changes = new Emitter<void>();
	/** Whether what was kept is there. */
	ready = $state(false);
	/** Epoch ms: what was heard of later is new since the streamer last looked. */
	newSince = $state(0);
	/** Whether it is on the screen, and the streamer before it. */
	looking = $state(false);
	readonly #options: ActivityOptions;
	#lookingSince = 0;
	#record = $state.raw<ActivityRecord>(emptyActivity);
	/** Made up or shown again: never kept. */
	#tries = $state.raw<readonly ActivityEntry[]>([]);
	#waiting: readonly ActivityEntry[] = [];

	/** Newest first. */
	readonly entries = $derived.by(() => {
		const own = this.#record.entries.filter(({ event, owner }) => owner === this.#options.ownerOn(event.platform));
		return [...own, ...this.#tries].sort((one, other) => other.event.at - one.event.at);
	});

	/** How many the streamer has not seen. */
	readonly unread = $derived(this.looking ? 0 : this.entries.filter((entry) => this.isNew(entry)).length);

	/** How many wait to be acknowledged. */
	readonly open = $derived(this.entries.filter((entry) => !entry.acknowledged && !entry.event.simulated).length);

	constructor(options: ActivityOptions) {
		this.#options = options;
	}

	/** What is kept of it. */
	get record(): ActivityRecord {
		return this.#record;
	}

	/** Takes over what all pages of this browser know. */
	restore(record: ActivityRecord): void {
		const first = this.#record === emptyActivity;
		this.#record = withoutOldActivity(record, this.#options.clock.now());
		if (first || !this.looking) this.newSince = this.#record.lookedAt;
	}

	/** Takes in an event; one that is not worth a line, or there already, changes nothing. */
	take(event: StreamEvent): void {
		const { clock, ownerOn } = this.#options;
		if (!isActivity(event)) return;
		const owner = event.simulated ? '' : ownerOn(event.platform);
		if (owner === undefined || isKnown([...this.#record.entries, ...this.#tries, ...this.#waiting], event)) return;
		const entry = { event, owner, heardAt: clock.now(), acknowledged: false, acknowledgedAt: 0, recipients: [] };
		if (event.simulated) this.#addTry(entry);
		else if (isGifted(event) && !findOpenGift(this.#record.entries, event, owner)) this.#wait(entry);
		else this.#add(entry);
	}

	/** Whether a line came since the streamer last looked. */
	isNew({ heardAt, acknowledged, event }: ActivityEntry): boolean {
		return heardAt > this.newSince && !acknowledged && !event.simulated;
	}

	/** Whether a line stands out: what comes while somebody looks does for a minute. */
	isFresh(entry: ActivityEntry, now: number): boolean {
		return this.isNew(entry) && (entry.heardAt <= this.#lookingSince || now - entry.heardAt < freshMs);
	}

	/** Marks lines as seen to, or takes that back. */
	acknowledge(keys: readonly string[], acknowledged = true): void {
		const acknowledgedAt = this.#options.clock.now();
		const change = (entry: ActivityEntry) =>
			keys.includes(activityKey(entry.event)) ? { ...entry, acknowledged, acknowledgedAt } : entry;
		this.#tries = this.#tries.map(change);
		this.#set({ entries: this.#record.entries.map(change) });
	}

	/** The streamer begins to look: what came until now stays marked as new. */
	look(): void {
		this.newSince = this.#record.lookedAt;
		this.looking = true;
		this.#lookingSince = this.#options.clock.now();
	}

	/** The streamer has looked at everything. */
	lookAway(): void {
		if (!this.looking) return;
		this.looking = false;
		this.newSince = this.#options.clock.now();
		this.#set({ lookedAt: this.newSince });
	}

	/** Shows what still waits for its gift. */
	settle(): void {
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const entry of waiting) this.#add(entry);
	}

	/** Forgets the tries. */
	removeTries(): void {
		this.#tries = [];
	}

	#wait(entry: ActivityEntry): void {
		this.#waiting = [...this.#waiting, entry];
		this.#options.clock.setTimeout(() => {
			if (!this.#waiting.includes(entry)) return;
			this.#waiting = this.#waiting.filter((one) => one !== entry);
			this.#add(entry);
		}, giftWaitMs);
	}

	#add(entry: ActivityEntry): void {
		this.#set({ entries: addActivity(this.#record.entries, entry).slice(-mostActivities) });
		if (entry.event.type === 'gift') this.#claimWaiting();
		if (this.#isShown(entry.event)) this.added.emit(entry);
	}

	#claimWaiting(): void {
		for (const entry of this.#waiting) {
			if (!isGifted(entry.event) || !findOpenGift(this.#record.entries, entry.event, entry.owner)) continue;
			this.#waiting = this.#waiting.filter((one) => one !== entry);
			this.#add(entry);
		}
	}

	#addTry(entry: ActivityEntry): void {
		this.#tries = addActivity(this.#tries, entry).slice(-mostActivities);
		this.added.emit(entry);
	}

	#isShown(event: ActivityEvent): boolean {
		return this.#record.entries.some((entry) => entry.event === event);
	}

	#set(change: Partial<ActivityRecord>): void {
		this.#record = { ...this.#record, ...change };
		this.changes.emit();
	}
}

/** The activity of the panel. */
export const [getActivity, setActivity] = createContext<Activity>();
