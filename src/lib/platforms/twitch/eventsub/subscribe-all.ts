import { AuthorizationError, ConnectionError, ProtocolError, RejectionError } from '#lib/model/errors.ts';
import { Backoff } from '#lib/transport/backoff.ts';
import { createSubscription, deleteSubscription, requestSubscriptions } from '../helix/eventsub-subscriptions.ts';
import type { Helix } from '../helix/request.ts';
import type { EventType } from './event-types.ts';

const lanes = 4;
const mostSockets = 3;
const retry = { firstMs: 1_000, capMs: 30_000 };
/** What subscribing works with. */
export interface SubscribeOptions {
	readonly helix: Helix;
	readonly sessionId: string;
	/** Asked before each call: false once the session is over. */
	readonly isCurrent: () => boolean;
	/** Sessions of this browser, all but this one gone: their subscriptions may still count. */
	readonly knownSessions: () => readonly string[];
	readonly onSubscribed: () => void;
	/** A type is not heard, since the account has not allowed this scope. */
	readonly onNotAllowed: (scope: string) => void;
	/** Others of the account's programs take up all the sockets that Twitch allows. */
	readonly onCrowded: () => void;
}

/**
 * Subscribes a session to types of events, in their order; what fails in passing is tried until the session is over.
 * Throws `AuthorizationError` when the account must be connected again. @see https://dev.twitch.tv/docs/eventsub/manage-subscriptions/
 */
export async function subscribeAll(types: readonly EventType[], options: SubscribeOptions): Promise<void> {
	const { scopes: allowed } = options.helix.credentials;
	const left: EventType[] = [];
	for (const type of types) {
		const missing = allowed && missingScope(type, allowed);
		if (missing === undefined) left.push(type);
		else options.onNotAllowed(missing);
	}
	const subscriber = new Subscriber(options);
	const work = async () => {
		for (let type = left.shift(); type && options.isCurrent(); type = left.shift()) await subscriber.subscribe(type);
	};
	await Promise.all(Array.from({ length: lanes }, work));
}

/** The scope to ask for, so that a type can be subscribed to; `undefined` where nothing is missing. */
export function missingScope({ scopes }: EventType, allowed: readonly string[]): string | undefined {
	return scopes.find((alternatives) => !alternatives.some((scope) => allowed.includes(scope)))?.[0];
}

class Subscriber {
	readonly #options: SubscribeOptions;
	readonly #backoff: Backoff;
	#waiting: Promise<void> | undefined;

	constructor(options: SubscribeOptions) {
		this.#options = options;
		this.#backoff = new Backoff(options.helix.environment.random, retry);
	}

	async subscribe(type: EventType): Promise<void> {
		const { helix, sessionId, isCurrent, onSubscribed } = this.#options;
		const { userId } = helix.credentials.identity;
		const condition = Object.fromEntries(type.condition.map((key) => [key, userId]));
		while (isCurrent()) {
			try {
				await createSubscription(helix, { type: type.type, version: type.version, condition, sessionId });
				return onSubscribed();
			} catch (error) {
				if (this.#settle(error, type)) return;
				await this.#wait(error);
			}
		}
	}

	/** Whether there is nothing to repeat: it is subscribed to already (409), not allowed, withdrawn, or the session is gone. */
	#settle(error: unknown, { scopes }: EventType): boolean {
		if (error instanceof ConnectionError || error instanceof ProtocolError) return false;
		const refused = error instanceof RejectionError;
		const unauthorized = refused && (error.code === 'status_403' || error.code === 'status_401');
		const scope = error instanceof AuthorizationError ? error.scope : unauthorized ? scopes[0]?.[0] : undefined;
		if (scope !== undefined) this.#options.onNotAllowed(scope);
		else if (!refused) throw error;
		return true;
	}

	/** One wait for all lanes. */
	#wait(error: unknown): Promise<void> {
		this.#waiting ??= this.#waitOnce(error).finally(() => (this.#waiting = undefined));
		return this.#waiting;
	}

	async #waitOnce(error: unknown): Promise<void> {
		if (error instanceof ConnectionError && error.code === 'rate_limited') await this.#makeRoom();
		const { clock } = this.#options.helix.environment;
		await new Promise<void>((resolve) => void clock.setTimeout(resolve, this.#backoff.next()));
	}

	/** Dead sockets count for a while; those of this browser can be told by their sessions, others are let be. */
	async #makeRoom(): Promise<void> {
		const { helix, knownSessions, sessionId, onCrowded } = this.#options;
		try {
			const enabled = (await requestSubscriptions(helix)).filter((one) => one.enabled);
			const lost = new Set(knownSessions().filter((id) => id !== sessionId));
			const left = enabled.filter((one) => lost.has(one.sessionId ?? ''));
			await Promise.all(left.map(({ id }) => deleteSubscription(helix, id)));
			const others = enabled.map((one) => one.sessionId).filter((id) => id !== sessionId && !lost.has(id ?? ''));
			if (new Set(others).size >= mostSockets) onCrowded();
		} catch (error) {
			if (error instanceof AuthorizationError) throw error;
		}
	}
}
