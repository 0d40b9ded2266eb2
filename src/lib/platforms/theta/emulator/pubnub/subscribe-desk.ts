import type { Clock } from '#lib/transport/clock.ts';
import { answer, forbidden } from './answers.ts';
import type { Journal, JournalEntry } from './journal.ts';

/** PubNub ends an idle long poll a little before its clients do. */
const holdMs = 280_000;
const recentMs = 30_000;
const region = 4;

/** A subscriber's question: which PubNub channels, and what it has seen already. */
export interface Poll {
	readonly channels: readonly string[];
	readonly cursor: string;
	readonly signal: AbortSignal;
}

interface Waiter {
	readonly poll: Poll;
	readonly finish: (response: Response) => void;
}

/** Answers long polls of one keyset: at once when something is new, else when it comes. */
export class SubscribeDesk {
	readonly #journal: Journal;
	readonly #clock: Clock;
	readonly #subscribeKey: string;
	readonly #waiters = new Set<Waiter>();
	readonly #seenAt = new Map<string, number>();

	constructor(journal: Journal, clock: Clock, subscribeKey: string) {
		this.#journal = journal;
		this.#clock = clock;
		this.#subscribeKey = subscribeKey;
	}

	/** The first answer to a subscriber: where it starts. */
	handshake(channels: readonly string[], timetoken: string): Response {
		this.#markSeen(channels);
		return cursorAnswer(timetoken);
	}

	async poll(poll: Poll): Promise<Response> {
		this.#markSeen(poll.channels);
		return this.#pending(poll) ?? this.#hold(poll);
	}

	/** Releases the polls that wait for this PubNub channel. */
	wake(channel: string): void {
		for (const waiter of [...this.#waiters]) {
			if (!matchingName(waiter.poll.channels, channel)) continue;
			const response = this.#pending(waiter.poll);
			if (response) waiter.finish(response);
		}
	}

	/** Answers every waiting poll with 403. */
	refuse(): void {
		for (const waiter of [...this.#waiters]) waiter.finish(forbidden(waiter.poll.channels));
	}

	/** Ends every waiting poll empty and forgets who was here. */
	release(): void {
		for (const waiter of [...this.#waiters]) waiter.finish(cursorAnswer(waiter.poll.cursor));
		this.#seenAt.clear();
	}

	/** PubNub channels that somebody waits for, or asked for in the last half minute. */
	watchedChannels(): readonly string[] {
		const recent = this.#clock.now() - recentMs;
		const channels = new Set([...this.#waiters].flatMap((waiter) => waiter.poll.channels));
		for (const [channel, seenAt] of this.#seenAt) if (seenAt >= recent) channels.add(channel);
		return [...channels];
	}

	#markSeen(channels: readonly string[]): void {
		for (const channel of channels) this.#seenAt.set(channel, this.#clock.now());
	}

	#pending({ channels, cursor }: Poll): Response | undefined {
		const entries = this.#journal.after(
			cursor,
			(channel) => matchingName(channels, channel) !== undefined,
			this.#clock.now()
		);
		const newest = entries.at(-1);
		if (!newest) return undefined;
		const messages = entries.map((entry) => toEnvelope(entry, channels, this.#subscribeKey));
		return answer({ t: { t: newest.timetoken, r: region }, m: messages });
	}

	#hold(poll: Poll): Promise<Response> {
		return new Promise((resolve) => {
			const finish = (response: Response) => {
				if (!this.#waiters.delete(waiter)) return;
				this.#clock.clearTimeout(timer);
				poll.signal.removeEventListener('abort', forget);
				this.#markSeen(poll.channels);
				resolve(response);
			};
			const waiter: Waiter = { poll, finish };
			const forget = () => finish(answer('', 499));
			const timer = this.#clock.setTimeout(() => finish(cursorAnswer(poll.cursor)), holdMs);
			this.#waiters.add(waiter);
			poll.signal.addEventListener('abort', forget);
			if (poll.signal.aborted) forget();
		});
	}
}

function cursorAnswer(timetoken: string): Response {
	return answer({ t: { t: timetoken, r: region }, m: [] });
}

/** The name under which somebody subscribed to a PubNub channel: itself, or a wildcard such as `chat.*`. */
function matchingName(names: readonly string[], channel: string): string | undefined {
	return names.find((name) => name === channel || (name.endsWith('.*') && channel.startsWith(name.slice(0, -1))));
}

function toEnvelope(entry: JournalEntry, names: readonly string[], subscribeKey: string): object {
	const name = matchingName(names, entry.channel);
	return {
		a: '1',
		f: 0,
		...(entry.publisher === '' ? {} : { i: entry.publisher }),
		p: { t: entry.timetoken, r: region },
		k: subscribeKey,
		c: entry.channel,
		d: entry.payload,
		...(name === entry.channel ? {} : { b: name }),
		...(entry.kind === 'signal' ? { e: 1 } : {}),
		...(entry.meta === undefined ? {} : { u: entry.meta }),
		...(entry.customType === undefined ? {} : { cmt: entry.customType })
	};
}
