import * as v from 'valibot';
import { Backoff } from '#lib/transport/backoff.ts';
import type { OpenPubNubSubscription, PubNubMessage, PubNubSubscriptionOptions } from '../pubnub-subscription.ts';
import type { ThetaEmulator } from './theta-emulator.ts';

const answerSchema = v.object({
	t: v.object({ t: v.string() }),
	m: v.array(v.object({ c: v.string(), d: v.unknown(), p: v.object({ t: v.string() }) }))
});

/** Feeds a connection from an emulator in the same page: no PubNub library, no network. */
export function emulatedSubscription(emulator: ThetaEmulator): OpenPubNubSubscription {
	return async (options) => {
		const reader = new InPageReader(emulator, options);
		void reader.read();
		return reader;
	};
}

class InPageReader {
	readonly #emulator: ThetaEmulator;
	readonly #options: PubNubSubscriptionOptions;
	readonly #backoff: Backoff;
	#abort = new AbortController();
	#timer: unknown;
	#cursor: string | undefined;
	#connected = false;

	constructor(emulator: ThetaEmulator, options: PubNubSubscriptionOptions) {
		this.#emulator = emulator;
		this.#options = options;
		this.#cursor = options.timetoken;
		this.#backoff = new Backoff(options.random);
	}

	close(): void {
		this.#abort.abort();
		this.#options.clock.clearTimeout(this.#timer);
	}

	retry(): void {
		if (this.#connected) return;
		this.close();
		this.#options.onStatus('reconnecting', {});
		void this.read();
	}

	async read(): Promise<void> {
		const { signal } = (this.#abort = new AbortController());
		while (!signal.aborted) {
			const response = await this.#poll(signal);
			if (signal.aborted) return;
			if (response.status === 403) return this.#onRefused();
			const answer = v.safeParse(answerSchema, await response.json().catch(() => undefined));
			if (signal.aborted) return;
			if (!answer.success) return this.#onLost();
			this.#onAnswer(answer.output);
		}
	}

	#poll(signal: AbortSignal): Promise<Response> {
		const { subscribeKey, channel, userId } = this.#options;
		const url = new URL(`http://emulator.invalid/pubnub/v2/subscribe/${subscribeKey}/${encodeURIComponent(channel)}/0`);
		url.searchParams.set('uuid', userId);
		if (this.#connected && this.#cursor !== undefined) url.searchParams.set('tt', this.#cursor);
		return this.#emulator.fetch(new Request(url, { signal })).catch(() => new Response(null, { status: 503 }));
	}

	#onAnswer({ t, m }: v.InferOutput<typeof answerSchema>): void {
		const handshake = !this.#connected;
		this.#connected = true;
		this.#backoff.reset();
		this.#cursor = handshake ? (this.#cursor ?? t.t) : t.t;
		if (handshake) this.#options.onStatus('connected', { timetoken: this.#cursor });
		const batch = m.map(({ c, d, p }): PubNubMessage => ({ channel: c, timetoken: p.t, payload: d }));
		if (batch.length > 0) this.#options.onMessages(batch);
	}

	#onRefused(): void {
		this.#connected = false;
		this.#options.onStatus('refused', { detail: 'The emulator answered 403.' });
	}

	#onLost(): void {
		this.#connected = false;
		const delayMs = this.#backoff.next();
		this.#timer = this.#options.clock.setTimeout(() => this.retry(), delayMs);
		this.#options.onStatus('lost', { retryAt: this.#options.clock.now() + delayMs });
	}
}
