import type PubNub from 'pubnub';
import { ConnectionError } from '#lib/model/errors.ts';
import { Backoff } from '#lib/transport/backoff.ts';
import type {
	OpenPubNubSubscription,
	PubNubMessage,
	PubNubStatus,
	PubNubStatusNote,
	PubNubSubscription,
	PubNubSubscriptionOptions
} from './pubnub-subscription.ts';
import { compareTimetokens } from './timetoken.ts';

type Sdk = typeof PubNub;
type Phase = 'connecting' | 'connected' | 'checking' | 'waiting' | 'refused' | 'closed';

const tickMs = 5_000;
/** Browsers let a hidden page's timers run once a minute; what comes later than that was asleep. */
const longestThrottleMs = 90_000;
const longestSilenceMs = 30_000;
const longestAttemptMs = 10_000;

/** Opens a PubNub channel with the vendor's SDK, loaded on first use. @see https://www.pubnub.com/docs/sdks/javascript */
export const openPubNubSubscription: OpenPubNubSubscription = async (options) => {
	try {
		const { default: sdk } = await import('pubnub');
		return new WatchedSubscription(sdk, options);
	} catch (cause) {
		throw new ConnectionError('unreachable', 'The PubNub library could not be started.', { cause });
	}
};

/**
 * Watches over the SDK, which gives up for good after an answer that is no JSON, tells nothing while it retries and
 * takes a dead connection for a quiet channel: here the SDK makes single attempts and this class decides on the next.
 */
class WatchedSubscription implements PubNubSubscription {
	readonly #options: PubNubSubscriptionOptions;
	readonly #pubnub: PubNub;
	readonly #backoff: Backoff;
	#phase: Phase = 'connecting';
	/** Ours, because the SDK forgets its cursor when a handshake fails. */
	#cursor: string | undefined;
	#batch: PubNubMessage[] = [];
	#aliveAt: number | undefined;
	#tickedAt: number;
	#attemptedAt: number;
	#ticker: unknown;
	#retryTimer: unknown;
	#restarting = false;

	constructor(sdk: Sdk, options: PubNubSubscriptionOptions) {
		this.#options = options;
		this.#cursor = options.timetoken;
		this.#backoff = new Backoff(options.random);
		this.#tickedAt = this.#attemptedAt = options.clock.now();
		this.#pubnub = new sdk(configure(sdk, options));
		this.#pubnub.addListener({
			message: (event) => this.#collect(event),
			status: (event) => this.#onSdkStatus(event)
		});
		this.#pubnub.subscribe({
			channels: [options.channel],
			...(options.timetoken === undefined ? {} : { timetoken: options.timetoken })
		});
		this.#scheduleTick();
	}

	close(): void {
		if (this.#phase === 'closed') return;
		this.#phase = 'closed';
		this.#options.clock.clearTimeout(this.#ticker);
		this.#options.clock.clearTimeout(this.#retryTimer);
		this.#pubnub.removeAllListeners();
		this.#attempt(() => this.#pubnub.destroy());
	}

	retry(): void {
		if (this.#phase === 'closed' || this.#phase === 'checking') return;
		if (this.#phase === 'connected') return this.#check();
		this.#tell('reconnecting');
		this.#restart('connecting');
	}

	#collect(event: PubNub.Subscription.Message): void {
		if (this.#batch.length === 0) queueMicrotask(() => this.#deliver());
		this.#batch.push({ channel: event.channel, timetoken: event.timetoken, payload: event.message });
	}

	#deliver(): void {
		const batch = this.#batch.sort((first, second) => compareTimetokens(first.timetoken, second.timetoken));
		this.#batch = [];
		if (this.#phase === 'closed') return;
		this.#aliveAt = this.#options.clock.now();
		this.#cursor = batch.at(-1)?.timetoken ?? this.#cursor;
		this.#options.onMessages(batch);
	}

	#onSdkStatus(event: PubNub.Status | PubNub.StatusEvent): void {
		if (this.#restarting) return;
		if (event.category === 'PNConnectedCategory') return this.#onConnected(event);
		const failed =
			event.category === 'PNConnectionErrorCategory' || event.category === 'PNDisconnectedUnexpectedlyCategory';
		if (!failed) return;
		const reason = typeof event.error === 'string' ? event.error : event.category;
		if (reason === 'PNAccessDeniedCategory') return this.#onRefused();
		this.#onLost(reason);
	}

	#onConnected(event: PubNub.Status | PubNub.StatusEvent): void {
		const { currentTimetoken } = event as { readonly currentTimetoken?: unknown };
		if (typeof currentTimetoken === 'string') this.#cursor ??= currentTimetoken;
		const recovered = this.#phase !== 'checking';
		this.#phase = 'connected';
		this.#options.clock.clearTimeout(this.#retryTimer);
		this.#backoff.reset();
		if (recovered) this.#tell('connected', this.#cursor === undefined ? {} : { timetoken: this.#cursor });
		this.#aliveAt = this.#options.clock.now();
	}

	#onRefused(): void {
		this.#phase = 'refused';
		this.#tell('refused', { detail: 'PubNub answered 403 (access denied).' });
	}

	#onLost(detail: string): void {
		if (this.#phase === 'waiting') return;
		this.#phase = 'waiting';
		const delayMs = this.#backoff.next();
		this.#options.clock.clearTimeout(this.#retryTimer);
		this.#retryTimer = this.#options.clock.setTimeout(() => this.retry(), delayMs);
		this.#tell('lost', { detail, retryAt: this.#options.clock.now() + delayMs });
	}

	#tell(status: PubNubStatus, note: PubNubStatusNote = {}): void {
		const alive = this.#aliveAt === undefined ? {} : { aliveAt: this.#aliveAt };
		this.#options.onStatus(status, { ...note, ...alive });
	}

	#scheduleTick(): void {
		this.#ticker = this.#options.clock.setTimeout(() => this.#tick(), tickMs);
	}

	#tick(): void {
		const now = this.#options.clock.now();
		const slept = now - this.#tickedAt > longestThrottleMs;
		this.#tickedAt = now;
		this.#scheduleTick();
		if (slept) return this.#onSlept();
		if (this.#phase === 'connected' && now - (this.#aliveAt ?? now) >= longestSilenceMs) return this.#check();
		const attempting = this.#phase === 'connecting' || this.#phase === 'checking';
		if (attempting && now - this.#attemptedAt >= longestAttemptMs) this.#onLost('No answer in time.');
	}

	#onSlept(): void {
		if (this.#phase === 'refused') return;
		this.#tell('reconnecting', { detail: 'The page was asleep.' });
		this.#restart('connecting');
	}

	/** Opens a new poll quietly, because a connection that died silently looks like a channel where nobody talks. */
	#check(): void {
		this.#restart('checking');
	}

	#restart(phase: 'connecting' | 'checking'): void {
		this.#phase = phase;
		this.#attemptedAt = this.#options.clock.now();
		this.#options.clock.clearTimeout(this.#retryTimer);
		this.#restarting = true;
		// `true` keeps the SDK from announcing a leave to everybody who watches presence.
		const disconnect = this.#pubnub.disconnect.bind(this.#pubnub) as (offline: boolean) => void;
		this.#attempt(() => disconnect(true));
		this.#restarting = false;
		this.#attempt(() => this.#pubnub.reconnect(this.#cursor === undefined ? {} : { timetoken: this.#cursor }));
	}

	#attempt(call: () => void): void {
		try {
			call();
		} catch (error) {
			if (this.#phase !== 'closed') this.#onLost(error instanceof Error ? error.name : 'The PubNub library failed.');
		}
	}
}

function configure(sdk: Sdk, options: PubNubSubscriptionOptions): ConstructorParameters<Sdk>[0] {
	const origin = new URL(options.origin);
	const configuration = {
		subscribeKey: options.subscribeKey,
		userId: options.userId,
		ssl: origin.protocol === 'https:',
		origin: `${origin.host}${origin.pathname}`.replace(/\/$/, ''),
		// The default transport adds a hidden iframe to the page, and dies with it.
		transport: 'xhr',
		listenToBrowserNetworkEvents: false,
		retryConfiguration: sdk.NoneRetryPolicy(),
		logLevel: sdk.LogLevel.None
	};
	return configuration;
}
