import type { ServerSocket } from '#lib/platforms/emulated-platform.ts';
import type { Clock } from '#lib/transport/clock.ts';
import type { Notification, Notifications } from '../notifications.ts';
import { randomText, randomUuid } from '../random-text.ts';
import type { EmulatedSubscription } from './emulated-subscription.ts';
import { formatNotification, formatRevocation } from './envelopes.ts';
import { EventSession } from './event-session.ts';

const reconnectGraceMs = 30_000;
/** A client that vanished is noticed late; until then its subscriptions count. */
const noticeMs = 2_000;
const keptMs = 60 * 60_000;

const endStatuses: Readonly<Record<number, string>> = {
	4001: 'websocket_received_inbound_traffic',
	4003: 'websocket_connection_unused',
	4004: 'websocket_failed_to_reconnect'
};

/** What EventSub works on. */
export interface EventSubServerOptions {
	readonly clock: Clock;
	readonly random: () => number;
	readonly notifications: Notifications;
}

/** EventSub over WebSocket: sessions, what they subscribed to, and the delivery of what happens. @see https://dev.twitch.tv/docs/eventsub/ */
export class EventSubServer {
	readonly #options: EventSubServerOptions;
	readonly #sessions = new Map<string, EventSession>();
	/** Sessions that were asked to move, by the challenge in the address that they were given. */
	readonly #moving = new Map<string, EventSession>();
	#subscriptions: readonly EmulatedSubscription[] = [];
	readonly #deliveries = new WeakMap<Notification, number>();

	constructor(options: EventSubServerOptions) {
		this.#options = options;
		options.notifications.on((notification) => this.#deliver(notification));
	}

	accept(socket: ServerSocket, url: URL): boolean {
		const challenge = url.searchParams.get('challenge');
		const predecessor = this.#moving.get(challenge ?? '');
		const session = this.#openSession(socket, url);
		if (challenge === null) return true;
		this.#moving.delete(challenge);
		if (predecessor?.open) this.#moveTo(session, predecessor);
		else session.close(4007, 'invalid reconnect URL');
		return true;
	}

	/** The session, if its socket is still there. */
	findSession(id: string): EventSession | undefined {
		return this.#sessions.get(id);
	}

	/** The account whose subscriptions a session holds. */
	ownerOf(sessionId: string): string | undefined {
		return this.#subscriptions.find((one) => one.sessionId === sessionId)?.userId;
	}

	/** An account's subscriptions with one client, ended ones for an hour. */
	listSubscriptions(clientId: string, userId: string): readonly EmulatedSubscription[] {
		const oldest = this.#options.clock.now() - keptMs;
		this.#subscriptions = this.#subscriptions.filter(({ endedAt = Infinity }) => endedAt > oldest);
		return this.#subscriptions.filter((one) => one.clientId === clientId && one.userId === userId);
	}

	add(draft: Omit<EmulatedSubscription, 'id' | 'status' | 'createdAt'>): EmulatedSubscription {
		const { clock, random } = this.#options;
		const added = { ...draft, id: randomUuid(random), status: 'enabled', createdAt: clock.now() };
		this.#subscriptions = [...this.#subscriptions, added];
		return added;
	}

	remove(subscription: EmulatedSubscription): void {
		this.#subscriptions = this.#subscriptions.filter((one) => one !== subscription);
	}

	/** Ends subscriptions and tells their sessions why: of one account, or of all. */
	revoke(userId: string | undefined, status: string): void {
		for (const subscription of this.#subscriptions) {
			if (subscription.status !== 'enabled' || (userId !== undefined && subscription.userId !== userId)) continue;
			this.#endSubscription(subscription, status);
			this.#sessions.get(subscription.sessionId)?.send(formatRevocation(this.#createStamp(), subscription));
		}
	}

	/** Tells that something happened; returns the number of its deliveries. */
	notify(notification: Notification): number {
		this.#options.notifications.emit(notification);
		return this.#deliveries.get(notification) ?? 0;
	}

	/** Asks every session to move to another address within 30 seconds; returns their number. */
	requestReconnect(): number {
		const asked = [...this.#sessions.values()];
		for (const session of asked) {
			const challenge = randomText(this.#options.random, 24);
			this.#moving.set(challenge, session);
			session.requestReconnect(challenge);
			this.#options.clock.setTimeout(() => {
				this.#moving.delete(challenge);
				if (session.open) session.close(4004, 'reconnect grace time expired');
			}, reconnectGraceMs);
		}
		return asked.length;
	}

	/** Closes everything and forgets it. */
	clear(): void {
		for (const session of [...this.#sessions.values()]) session.close(4000, 'internal server error');
		this.#moving.clear();
		this.#subscriptions = [];
	}

	#openSession(socket: ServerSocket, url: URL): EventSession {
		const { clock, random } = this.#options;
		const session: EventSession = new EventSession({
			id: `AgoQ${randomText(random, 32)}`,
			socket,
			clock,
			url,
			keepaliveSeconds: readKeepalive(url),
			createStamp: () => this.#createStamp(),
			isUsed: () => this.#subscriptions.some(({ sessionId }) => sessionId === session.id),
			onEnd: (code) => this.#onEnd(session, code)
		});
		this.#sessions.set(session.id, session);
		return session;
	}

	/** Subscriptions move along; the session before goes on telling until its socket is closed. */
	#moveTo(session: EventSession, predecessor: EventSession): void {
		session.predecessor = predecessor;
		for (const subscription of this.#subscriptions)
			if (subscription.sessionId === predecessor.id) subscription.sessionId = session.id;
	}

	#onEnd(session: EventSession, code: number | undefined): void {
		this.#sessions.delete(session.id);
		const status = endStatuses[code ?? 0] ?? 'websocket_disconnected';
		const end = () => {
			for (const subscription of this.#subscriptions)
				if (subscription.sessionId === session.id && subscription.status === 'enabled')
					this.#endSubscription(subscription, status);
		};
		if (code === undefined) this.#options.clock.setTimeout(end, noticeMs);
		else end();
	}

	#endSubscription(subscription: EmulatedSubscription, status: string): void {
		subscription.status = status;
		subscription.endedAt = this.#options.clock.now();
	}

	#deliver(notification: Notification): void {
		const { type, about, event } = notification;
		let deliveries = 0;
		for (const subscription of this.#subscriptions) {
			if (subscription.type !== type || subscription.status !== 'enabled') continue;
			if (!isAbout(subscription, about)) continue;
			const session = this.#sessions.get(subscription.sessionId);
			if (!session) continue;
			const text = formatNotification(this.#createStamp(), subscription, event);
			session.predecessor?.send(text);
			session.send(text);
			deliveries++;
		}
		this.#deliveries.set(notification, deliveries);
	}

	#createStamp() {
		return { id: randomUuid(this.#options.random), at: this.#options.clock.now() };
	}
}

function isAbout({ condition }: EmulatedSubscription, about: Notification['about']): boolean {
	return Object.entries(condition).every(([key, id]) => about[key] === undefined || about[key] === id);
}

function readKeepalive(url: URL): number {
	const asked = Number(url.searchParams.get('keepalive_timeout_seconds') ?? '10');
	return Number.isInteger(asked) && asked >= 10 && asked <= 600 ? asked : 10;
}
