import type { Clock } from '#lib/transport/clock.ts';

/** One message as PubNub delivered it; the payload comes from strangers. */
export interface PubNubMessage {
	/** The PubNub channel. */
	readonly channel: string;
	readonly timetoken: string;
	readonly payload: unknown;
}

/**
 * `lost` waits for its next attempt, `reconnecting` makes one, `refused` (403) has stopped until `retry`.
 * Before the first `connected` an attempt is under way without being told.
 */
export type PubNubStatus = 'connected' | 'reconnecting' | 'lost' | 'refused';

/** What is known beside a status. */
export interface PubNubStatusNote {
	/** Technical detail without keys. */
	readonly detail?: string;
	/** Epoch ms of the next attempt of a `lost` subscription. */
	readonly retryAt?: number;
	/** Epoch ms of the last sign of life before the trouble. */
	readonly aliveAt?: number;
	/** Where a `connected` subscription reads on. */
	readonly timetoken?: string;
}

/** What a subscription to one PubNub channel is opened with. */
export interface PubNubSubscriptionOptions {
	readonly subscribeKey: string;
	/** With its scheme; may have a path. */
	readonly origin: string;
	readonly userId: string;
	readonly channel: string;
	/** Resumes after this message; absent starts now. */
	readonly timetoken?: string;
	readonly clock: Clock;
	readonly random: () => number;
	/** Called with what came together, oldest first. */
	onMessages(batch: readonly PubNubMessage[]): void;
	onStatus(status: PubNubStatus, note: PubNubStatusNote): void;
}

/** A subscription that keeps trying until it is closed or refused. */
export interface PubNubSubscription {
	/** Stops for good: no call follows. */
	close(): void;
	/** Tries at once; a connected subscription checks that it still is. */
	retry(): void;
}

/** Opens a subscription; rejects with `ConnectionError` where it cannot even begin. */
export type OpenPubNubSubscription = (options: PubNubSubscriptionOptions) => Promise<PubNubSubscription>;
