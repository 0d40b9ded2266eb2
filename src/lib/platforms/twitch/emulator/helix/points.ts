import type { Clock } from '#lib/transport/clock.ts';

const pointsPerMinute = 800;
const windowMs = 60_000;

interface Bucket {
	points: number;
	refilledAt: number;
}

/** What a call leaves in its bucket. */
export interface PointsLeft {
	readonly allowed: boolean;
	readonly headers: Record<string, string>;
}

/** The rate limit: 800 points a minute for each client and account, refilled evenly. @see https://dev.twitch.tv/docs/api/guide/#twitch-rate-limits */
export class Points {
	readonly #clock: Clock;
	readonly #buckets = new Map<string, Bucket>();

	constructor(clock: Clock) {
		this.#clock = clock;
	}

	/** Takes one point. */
	take(key: string): PointsLeft {
		const now = this.#clock.now();
		const bucket = this.#buckets.get(key) ?? { points: pointsPerMinute, refilledAt: now };
		const refill = ((now - bucket.refilledAt) / windowMs) * pointsPerMinute;
		const points = Math.min(pointsPerMinute, bucket.points + refill);
		const allowed = points >= 1;
		const left = allowed ? points - 1 : points;
		this.#buckets.set(key, { points: left, refilledAt: now });
		const fullAt = now + ((pointsPerMinute - left) / pointsPerMinute) * windowMs;
		return {
			allowed,
			headers: {
				'ratelimit-limit': String(pointsPerMinute),
				'ratelimit-remaining': String(Math.floor(left)),
				'ratelimit-reset': String(Math.ceil(fullAt / 1000))
			}
		};
	}

	clear(): void {
		this.#buckets.clear();
	}
}
