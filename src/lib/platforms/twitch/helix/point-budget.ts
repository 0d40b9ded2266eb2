import { ConnectionError } from '#lib/model/errors.ts';
import { Backoff } from '#lib/transport/backoff.ts';
import type { Environment } from '#lib/transport/environment.ts';
import type { Helix } from './request.ts';

const fullPoints = 800;
/** Twitch promises 800 a minute and was seen to give 600; a browser cannot read what is left. */
const refilledPerMs = 600 / 60_000;
const longestWaitMs = 5_000;

/** The points that calls of one account cost, counted here, and the rest that Twitch asks for when it counted others. @see https://dev.twitch.tv/docs/api/guide/#twitch-rate-limits */
export class PointBudget {
	readonly #clock: Environment['clock'];
	readonly #backoff: Backoff;
	#points = fullPoints;
	#countedAt: number;
	#restsUntil = 0;

	constructor({ clock, random }: Environment) {
		this.#clock = clock;
		this.#backoff = new Backoff(random, { firstMs: 2_000, capMs: 60_000 });
		this.#countedAt = clock.now();
	}

	/** Takes a point, or waits some seconds for one. Throws `ConnectionError` `rate_limited` when that is not enough. */
	async take(): Promise<void> {
		const waitMs = this.#nextWait();
		if (waitMs > longestWaitMs) throw rateLimited();
		this.#points--;
		if (waitMs === 0) return;
		await new Promise<void>((resolve) => void this.#clock.setTimeout(resolve, waitMs));
		if (this.#clock.now() < this.#restsUntil) throw rateLimited();
	}

	/** Twitch found the bucket empty: nothing is sent for a while, longer each time. */
	rest(): void {
		const now = this.#clock.now();
		if (now >= this.#restsUntil) this.#restsUntil = now + this.#backoff.next();
	}

	/** Twitch let a call through. */
	go(): void {
		if (this.#clock.now() >= this.#restsUntil) this.#backoff.reset();
	}

	/** Ms until a call may be sent; with more calls waiting than points, each waits for its own. */
	#nextWait(): number {
		const now = this.#clock.now();
		this.#points = Math.min(fullPoints, this.#points + (now - this.#countedAt) * refilledPerMs);
		this.#countedAt = now;
		const refillMs = this.#points >= 1 ? 0 : Math.ceil((1 - this.#points) / refilledPerMs);
		return Math.max(0, refillMs, this.#restsUntil - now);
	}
}

const budgets = new WeakMap<Environment, Map<string, PointBudget>>();

/** The budget of an account, the same for every call that it makes through one application. */
export function findBudget({ credentials, config, environment }: Helix): PointBudget {
	const known = budgets.get(environment) ?? new Map<string, PointBudget>();
	budgets.set(environment, known);
	const key = `${config.twitch.clientId ?? ''} ${credentials.identity.userId}`;
	const budget = known.get(key) ?? new PointBudget(environment);
	known.set(key, budget);
	return budget;
}

function rateLimited(): ConnectionError {
	return new ConnectionError('rate_limited', 'Twitch takes no more requests just now.');
}
