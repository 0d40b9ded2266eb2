import type { ChannelRef } from '#lib/model/channel.ts';
import type { ChatEvent } from '#lib/model/chat.ts';
import type { ConnectionStatus } from '#lib/model/connection-status.ts';
import { Emitter } from '#lib/model/emitter.ts';
import { SeenIds } from '#lib/model/seen-ids.ts';
import { Backoff } from '#lib/transport/backoff.ts';
import type { ChatConnection } from '../chat-connection.ts';
import type { ChatOptions } from '../platform.ts';
import { decodeThetaMessage } from './chat-codec.ts';
import type {
	OpenPubNubSubscription,
	PubNubMessage,
	PubNubStatus,
	PubNubStatusNote,
	PubNubSubscription
} from './pubnub-subscription.ts';
import { sendThetaLine } from './send-line.ts';
import { timetokenTime } from './timetoken.ts';

/** What PubNub keeps for a subscriber who comes back. @see https://www.pubnub.com/docs/general/setup/connection-management */
const memoryMs = 20 * 60_000;
const memoryMessages = 100;
const refusedPauseMs = 5 * 60_000;
const rememberedKeys = 500;
/** What PubNub still had comes at once after a drop. */
const catchUpMs = 3_000;

/** What a THETA.tv chat is opened with; without `openSubscription` the PubNub library is loaded. */
export type ThetaChatOptions = ChatOptions & { readonly openSubscription?: OpenPubNubSubscription };

/** Reads the chat of a THETA.tv channel from PubNub, and writes to it through our Worker where it is the account's own. */
export class ThetaChatConnection implements ChatConnection {
	readonly channel: ChannelRef;
	/** Only in the account's own channel: THETA.tv lets an application speak nowhere else. */
	readonly send?: (text: string) => Promise<void>;
	readonly #options: ThetaChatOptions;
	readonly #openSubscription: OpenPubNubSubscription;
	readonly #events = new Emitter<ChatEvent>();
	readonly #statuses = new Emitter<ConnectionStatus>();
	readonly #recent = new SeenIds(rememberedKeys);
	readonly #backoff: Backoff;
	#status: ConnectionStatus = { state: 'closed', identity: 'anonymous' };
	#opened = false;
	#closed = false;
	/** Counts subscriptions, so that one that was given up is not heard any more. */
	#generation = 0;
	#subscription: PubNubSubscription | undefined;
	#timer: unknown;
	#cursor: string | undefined;
	/** Whether the next connect reads on where another one stopped. */
	#resumes: boolean;
	/** Set during an outage: the last moment that is known to be complete. */
	#completeUntil: number | undefined;
	/** Set until the first connect, where the channel was read before this connection. */
	#missingSince: number | undefined;
	/** A gap that is known but not told: what PubNub still had may show that it is longer. */
	#gap: { readonly from: number; readonly to: number } | undefined;
	#gapTimer: unknown;

	constructor(options: ThetaChatOptions) {
		this.channel = { platform: 'theta', key: options.channelKey };
		this.#options = options;
		this.#openSubscription = options.openSubscription ?? openWithSdk;
		this.#backoff = new Backoff(options.environment.random);
		if (timetokenTime(options.cursor ?? '') !== undefined) this.#cursor = options.cursor;
		this.#resumes = this.#cursor !== undefined;
		this.#missingSince = options.missingSince;
		if (options.credentials()?.identity.userId === options.channelKey)
			this.send = (text) => sendThetaLine(text, options);
	}

	get status(): ConnectionStatus {
		return this.#status;
	}

	/** PubNub's own place: the clock of this machine has no say in what is caught up. */
	get cursor(): string | undefined {
		return this.#cursor;
	}

	open(): void {
		if (this.#opened || this.#closed) return;
		this.#opened = true;
		void this.#subscribe();
	}

	close(): void {
		if (this.#closed) return;
		this.#closed = true;
		this.#drop();
		this.#options.environment.clock.clearTimeout(this.#gapTimer);
		this.#setStatus({ state: 'closed' });
	}

	/** A refused key is tried once in five minutes at most. */
	retry(): void {
		if (!this.#opened || this.#closed || this.#status.problem === 'key_refused') return;
		if (this.#subscription) return this.#subscription.retry();
		if (this.#status.state !== 'connecting') void this.#subscribe();
	}

	check(): void {
		this.retry();
	}

	onEvent(listener: (event: ChatEvent) => void): () => void {
		return this.#events.on(listener);
	}

	onStatus(listener: (status: ConnectionStatus) => void): () => void {
		return this.#statuses.on(listener);
	}

	async #subscribe(): Promise<void> {
		this.#drop();
		const { config, environment } = this.#options;
		const { subscribeKey, pubnubOrigin } = config.theta;
		if (!subscribeKey) return this.#setStatus({ state: 'stopped', problem: 'key_missing' });
		const generation = this.#generation;
		const current = () => generation === this.#generation;
		this.#setStatus({ state: 'connecting' });
		try {
			const subscription = await this.#openSubscription({
				subscribeKey,
				origin: pubnubOrigin,
				userId: `reader-${Math.floor(environment.random() * 36 ** 10).toString(36)}`,
				channel: `chat.${this.channel.key}`,
				...(this.#cursor === undefined ? {} : { timetoken: this.#cursor }),
				clock: environment.clock,
				random: environment.random,
				onMessages: (batch) => current() && this.#onMessages(batch),
				onStatus: (status, note) => current() && this.#onSubscriptionStatus(status, note)
			});
			if (!current()) return subscription.close();
			this.#subscription = subscription;
			this.#backoff.reset();
		} catch (error) {
			if (current()) this.#onFailedOpening(error);
		}
	}

	/** Gives up the subscription and whatever was planned. */
	#drop(): void {
		this.#generation++;
		this.#options.environment.clock.clearTimeout(this.#timer);
		this.#subscription?.close();
		this.#subscription = undefined;
	}

	#onFailedOpening(error: unknown): void {
		const detail = error instanceof Error ? error.message : 'The subscription could not be opened.';
		this.#setStatus({
			state: 'waiting',
			problem: 'network',
			retryAt: this.#planSubscribe(this.#backoff.next()),
			detail
		});
	}

	#planSubscribe(delayMs: number): number {
		const { clock } = this.#options.environment;
		clock.clearTimeout(this.#timer);
		this.#timer = clock.setTimeout(() => void this.#subscribe(), delayMs);
		return clock.now() + delayMs;
	}

	#onSubscriptionStatus(status: PubNubStatus, { detail, retryAt, aliveAt, timetoken }: PubNubStatusNote): void {
		const details = detail === undefined ? {} : { detail };
		if (status !== 'connected') this.#completeUntil ??= aliveAt;
		switch (status) {
			case 'connected':
				this.#cursor ??= timetoken;
				this.#findOutage();
				return this.#setStatus({ state: 'connected' });
			case 'reconnecting':
				return this.#setStatus({ state: 'connecting', problem: 'network', ...details });
			case 'lost':
				return this.#setStatus({
					state: 'waiting',
					problem: 'network',
					...(retryAt === undefined ? {} : { retryAt }),
					...details
				});
			case 'refused':
				return this.#onRefused(details);
			default:
				status satisfies never;
		}
	}

	#onRefused(details: { readonly detail?: string }): void {
		this.#drop();
		this.#setStatus({
			state: 'stopped',
			problem: 'key_refused',
			retryAt: this.#planSubscribe(refusedPauseMs),
			...details
		});
	}

	/** However it came about, a stretch that was missed is one gap. */
	#findOutage(): void {
		const { clock } = this.#options.environment;
		const from = this.#missingSince ?? this.#completeUntil;
		// Without a cursor nothing that was said before now is caught up.
		const to = this.#resumes ? clock.now() - memoryMs : clock.now();
		this.#missingSince = undefined;
		this.#completeUntil = undefined;
		this.#resumes = true;
		if (from === undefined || from >= to) return;
		this.#gap = { from: this.#gap?.from ?? from, to };
		clock.clearTimeout(this.#gapTimer);
		this.#gapTimer = clock.setTimeout(() => this.#tellGap(), catchUpMs);
	}

	#tellGap(): void {
		if (!this.#gap) return;
		const { from, to } = this.#gap;
		this.#gap = undefined;
		this.#options.environment.clock.clearTimeout(this.#gapTimer);
		this.#emitGap(from, to);
	}

	#emitGap(from: number, to: number): void {
		this.#events.emit({ type: 'gap', gap: { id: `gap-${from}-${to}`, channel: this.channel, from, to } });
	}

	#onMessages(batch: readonly PubNubMessage[]): void {
		const [first] = batch;
		if (batch.length >= memoryMessages && first) this.#findOverflow(first.timetoken);
		this.#tellGap();
		for (const message of batch) this.#onMessage(message);
	}

	/** A full answer may have lost its oldest part. */
	#findOverflow(timetoken: string): void {
		const from = this.#gap?.from ?? (this.#cursor === undefined ? undefined : timetokenTime(this.#cursor));
		const to = timetokenTime(timetoken);
		if (from !== undefined && to !== undefined && from < to) this.#gap = { from, to };
	}

	#onMessage({ payload, timetoken }: PubNubMessage): void {
		const receivedAt = this.#options.environment.clock.now();
		this.#cursor = timetoken;
		const event = decodeThetaMessage(payload, { channel: this.channel, timetoken, receivedAt });
		if (event && this.#recent.add(eventId(event) ?? timetoken)) this.#events.emit(event);
	}

	#setStatus(status: Omit<ConnectionStatus, 'identity'>): void {
		this.#status = { ...status, identity: 'anonymous' };
		this.#statuses.emit(this.#status);
	}
}

function eventId(event: ChatEvent): string | undefined {
	if (event.type === 'message') return event.message.id;
	return event.type === 'notice' ? event.notice.id : undefined;
}

const openWithSdk: OpenPubNubSubscription = async (options) => {
	const { openPubNubSubscription } = await import('./pubnub.ts');
	return openPubNubSubscription(options);
};
