import { AuthorizationError, ProtocolError } from '#lib/model/errors.ts';
import type { SeenIds } from '#lib/model/seen-ids.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import { Backoff } from '#lib/transport/backoff.ts';
import type { Helix } from '../helix/request.ts';
import { decodeNotification } from './decode-notification.ts';
import { eventTypes } from './event-types.ts';
import type { Notification, Revocation } from './frame.ts';
import { EventSubSession } from './session.ts';
import { closedStatus, type EventSubStatus } from './status.ts';
import { subscribeAll } from './subscribe-all.ts';

const oldestMs = 10 * 60_000;
const keepaliveSeconds = 10;
const retry = { firstMs: 1_000, capMs: 60_000 };

/** What a connection is opened with, and whom it tells. */
export interface EventSubOptions {
	readonly helix: Helix;
	/** What was heard already, by this connection or by another before it. */
	readonly seen: SeenIds;
	/** Sessions that this browser opened; all but the newest are gone. */
	readonly sessions: SeenIds;
	readonly onEvent: (event: StreamEvent) => void;
	readonly onStatus: (status: EventSubStatus) => void;
	/** Any sign of life. */
	readonly onSign?: () => void;
}

/** EventSub of the connected account's own channel, over one socket: it subscribes to what is allowed and reconnects for ever. */
export class EventSubConnection {
	readonly #options: EventSubOptions;
	readonly #backoff: Backoff;
	#status = closedStatus;
	#session: EventSubSession | undefined;
	#sessionId: string | undefined;
	/** Opened at Twitch's request; takes over, subscriptions and all, once it is welcomed. */
	#successor: EventSubSession | undefined;
	#retryTimer: unknown;
	/** By Twitch's clock. */
	#newestAt = 0;

	constructor(options: EventSubOptions) {
		this.#options = options;
		this.#backoff = new Backoff(options.helix.environment.random, retry);
	}

	get status(): EventSubStatus {
		return this.#status;
	}

	open(): void {
		if (this.#status.state !== 'closed') return;
		this.#setStatus({ state: 'connecting' });
		this.#connect();
	}

	close(): void {
		this.#drop();
		this.#setStatus({ state: 'closed', notAllowed: [], revoked: [] });
	}

	/** The page woke up, or is online again. */
	wake(): void {
		if (this.#status.state === 'closed' || this.#status.state === 'stopped') return;
		if (this.#session) return this.#session.check();
		this.#backoff.reset();
		this.#connect();
	}

	#connect(): void {
		this.#options.helix.environment.clock.clearTimeout(this.#retryTimer);
		const url = new URL(this.#options.helix.config.twitch.eventSubUrl);
		url.searchParams.set('keepalive_timeout_seconds', String(keepaliveSeconds));
		this.#session = this.#openSession(url.href);
	}

	#openSession(url: string): EventSubSession {
		const session: EventSubSession = new EventSubSession(url, this.#options.helix.environment, {
			onWelcome: (sessionId) => this.#onWelcome(session, sessionId),
			onSign: (at) => {
				this.#newestAt = Math.max(this.#newestAt, at);
				this.#options.onSign?.();
			},
			onNotification: (notification) => this.#onNotification(notification),
			onRevocation: (revocation) => this.#onRevocation(revocation),
			onReconnectRequest: (address) => this.#onReconnectRequest(session, address),
			onEnd: (code) => this.#onEnd(session, code)
		});
		session.open();
		return session;
	}

	#onWelcome(session: EventSubSession, sessionId: string): void {
		const carriedOver = session === this.#successor;
		if (carriedOver) {
			this.#session?.close();
			this.#session = session;
			this.#successor = undefined;
		}
		if (session !== this.#session) return;
		this.#sessionId = sessionId;
		this.#options.sessions.add(sessionId);
		// What was still being subscribed to is not carried over.
		if (!carriedOver || this.#status.state !== 'live') void this.#subscribe(sessionId);
	}

	async #subscribe(sessionId: string): Promise<void> {
		const isCurrent = () => this.#sessionId === sessionId && this.#session !== undefined;
		const notAllowed = new Set<string>();
		this.#setStatus({ notAllowed: [], revoked: [] });
		try {
			await subscribeAll(eventTypes, {
				helix: this.#options.helix,
				sessionId,
				isCurrent,
				knownSessions: () => this.#options.sessions.list,
				onSubscribed: () => this.#backoff.reset(),
				onNotAllowed: (scope) => notAllowed.add(scope),
				onCrowded: () => this.#setStatus({ state: 'crowded' })
			});
			if (isCurrent()) this.#setStatus({ state: 'live', notAllowed: [...notAllowed] });
		} catch (error) {
			if (!isCurrent()) return;
			if (!(error instanceof AuthorizationError)) throw error;
			this.#stop();
		}
	}

	#onNotification({ id, at, ...rest }: Notification): void {
		if (at < this.#newestAt - oldestMs || !this.#options.seen.add(id)) return;
		try {
			const { userId } = this.#options.helix.credentials.identity;
			const event = decodeNotification({ id, at, ...rest }, userId);
			if (event) this.#options.onEvent(event);
		} catch (error) {
			if (!(error instanceof ProtocolError)) throw error;
		}
	}

	#onRevocation(revocation: Revocation): void {
		this.#setStatus({ revoked: [...this.#status.revoked, revocation] });
		if (revocation.reason === 'authorization_revoked' || revocation.reason === 'user_removed') this.#stop();
	}

	#onReconnectRequest(session: EventSubSession, address: string): void {
		if (session !== this.#session || this.#successor) return;
		const configured = new URL(this.#options.helix.config.twitch.eventSubUrl);
		if (isOfHost(new URL(address), configured)) this.#successor = this.#openSession(address);
	}

	/** Whatever the code, what follows is the same: the configured address, and everything subscribed to anew. */
	#onEnd(session: EventSubSession, code: number | undefined): void {
		if (session === this.#successor) {
			this.#successor = undefined;
			return;
		}
		if (session !== this.#session) return;
		this.#drop();
		const state = this.#status.state === 'crowded' ? 'crowded' : 'reconnecting';
		this.#setStatus({ state, ...(code !== undefined && { closeCode: code }) });
		const { clock } = this.#options.helix.environment;
		this.#retryTimer = clock.setTimeout(() => this.#connect(), this.#backoff.next());
	}

	#stop(): void {
		this.#drop();
		this.#setStatus({ state: 'stopped' });
	}

	#drop(): void {
		this.#options.helix.environment.clock.clearTimeout(this.#retryTimer);
		this.#session?.close();
		this.#successor?.close();
		this.#session = undefined;
		this.#successor = undefined;
		this.#sessionId = undefined;
	}

	#setStatus(change: Partial<EventSubStatus>): void {
		const since =
			change.state === undefined || change.state === this.#status.state
				? this.#status.since
				: this.#options.helix.environment.clock.now();
		this.#status = { ...this.#status, ...change, since };
		this.#options.onStatus(this.#status);
	}
}

/** Twitch names its cells in front of the host (`cell-a.eventsub.wss.twitch.tv`). */
function isOfHost(given: URL, configured: URL): boolean {
	if (given.protocol !== configured.protocol) return false;
	return given.host === configured.host || given.host.endsWith(`.${configured.host}`);
}
