import { mostUsers } from '#lib/platforms/twitch/helix/avatars.ts';
import { systemClock, type Clock } from '#lib/transport/clock.ts';
import { SvelteMap } from 'svelte/reactivity';

type Request = (userIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Rows come into view many at once; they are asked about together. */
const gatherMs = 120;

/** The pictures of people, asked for in batches and only of those who are looked at. */
export class Avatars {
	readonly #known = new SvelteMap<string, string>();
	readonly #request: Request;
	readonly #clock: Clock;
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- Nothing is drawn from it.
	readonly #asked = new Set<string>();
	#waiting: string[] = [];
	#timer: unknown;

	constructor(request: Request, clock: Clock = systemClock) {
		this.#request = request;
		this.#clock = clock;
	}

	of(userId: string): string | undefined {
		return this.#known.get(userId);
	}

	/** Somebody is looked at. */
	want(userId: string): void {
		if (this.#asked.has(userId)) return;
		this.#asked.add(userId);
		this.#waiting.push(userId);
		this.#timer ??= this.#clock.setTimeout(() => void this.#ask(), gatherMs);
	}

	close(): void {
		this.#clock.clearTimeout(this.#timer);
	}

	/** A list without pictures is a list all the same: what fails is asked for again when somebody is looked at again. */
	async #ask(): Promise<void> {
		const userIds = this.#waiting.splice(0, mostUsers);
		this.#timer = this.#waiting.length > 0 ? this.#clock.setTimeout(() => void this.#ask(), gatherMs) : undefined;
		try {
			for (const [userId, avatarUrl] of await this.#request(userIds)) this.#known.set(userId, avatarUrl);
		} catch {
			for (const userId of userIds) this.#asked.delete(userId);
		}
	}
}
