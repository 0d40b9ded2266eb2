import { requestJson } from '#lib/transport/request.ts';
import type { Environment } from '#lib/transport/environment.ts';
import * as v from 'valibot';

const everyMs = 15_000;
/** What our own pages call themselves. */
const ownClient = 'tributary';
const longestName = 80;

const answer = v.object({
	game: v.optional(v.object({ clientId: v.nullable(v.pipe(v.string(), v.maxLength(500))) }))
});

/** A game client that is connected to a room. */
export interface ConnectedGame {
	/** What it calls itself, where it told. */
	readonly name?: string;
	/** Whether it is one of our own pages. */
	readonly own: boolean;
}

/** Whether a game is connected to a room just now, and which; asked for every 15 seconds. */
export class GameWatch {
	game = $state.raw<ConnectedGame>();
	readonly #environment: Environment;
	readonly #origin: string;

	constructor(environment: Environment, origin: string) {
		this.#environment = environment;
		this.#origin = origin;
	}

	/** Watches a room until the returned function is called. */
	open(roomId: string): () => void {
		const { clock } = this.#environment;
		let timer: unknown;
		let closed = false;
		const ask = async () => {
			const game = await this.#request(roomId);
			if (closed) return;
			this.game = game;
			timer = clock.setTimeout(() => void ask(), everyMs);
		};
		void ask();
		return () => {
			closed = true;
			clock.clearTimeout(timer);
		};
	}

	/** Who does not answer has no game for us. */
	async #request(roomId: string): Promise<ConnectedGame | undefined> {
		try {
			const url = `${this.#origin}/api/v1/interactive/${encodeURIComponent(roomId)}?watch=1`;
			const { status, body } = await requestJson(this.#environment, url);
			if (status !== 200) return undefined;
			const { game } = v.parse(answer, body);
			const clientId = game?.clientId;
			if (clientId === undefined || clientId === null) return { own: false };
			return { own: clientId === ownClient, name: clientId.slice(0, longestName) };
		} catch {
			return undefined;
		}
	}
}
