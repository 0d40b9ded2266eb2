import type { Clock } from '#lib/transport/clock.ts';
import { Journal, type JournalEntry } from './journal.ts';
import { Presence } from './presence.ts';
import { SubscribeDesk } from './subscribe-desk.ts';
import type { TimetokenSource } from './timetoken-source.ts';

/** A publish key and a subscribe key that belong together. */
export interface KeysetKeys {
	readonly subscribeKey: string;
	readonly publishKey: string;
}

/** What a publisher gives; the origin adds the timetoken. */
export type Publication = Omit<JournalEntry, 'timetoken'>;

/** One customer's part of PubNub: nothing crosses from one keyset to another. */
export class Keyset {
	readonly keys: KeysetKeys;
	readonly journal = new Journal();
	readonly presence: Presence;
	readonly desk: SubscribeDesk;
	#refused = false;
	readonly #timetokens: TimetokenSource;

	constructor(keys: KeysetKeys, clock: Clock, timetokens: TimetokenSource) {
		this.keys = keys;
		this.#timetokens = timetokens;
		this.desk = new SubscribeDesk(this.journal, clock, keys.subscribeKey);
		this.presence = new Presence(clock, (channel, payload) =>
			this.publish({ channel: `${channel}-pnpres`, payload, publisher: '', kind: 'presence', stored: false })
		);
	}

	/** Whether everything is answered with 403. */
	get refused(): boolean {
		return this.#refused;
	}

	setRefused(refused: boolean): void {
		this.#refused = refused;
		if (refused) this.desk.refuse();
	}

	/** Puts a message into memory, releases the polls that wait for it and returns its timetoken. */
	publish(publication: Publication): string {
		const timetoken = this.#timetokens.next();
		this.journal.append({ ...publication, timetoken });
		this.desk.wake(publication.channel);
		return timetoken;
	}

	reset(): void {
		this.#refused = false;
		this.journal.clear();
		this.presence.clear();
		this.desk.release();
	}
}
