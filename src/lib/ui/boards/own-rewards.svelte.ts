import type { Reward } from '#lib/model/reward.ts';
import type { ControlRoom } from '#lib/state/control-room.svelte.ts';
import { LiveValue } from '#lib/state/live-value.svelte.ts';
import { createContext } from 'svelte';

/** The rewards of the streamer's channel, to choose from. */
export class OwnRewards {
	readonly #list: LiveValue<readonly Reward[]>;

	constructor(room: Pick<ControlRoom, 'helix' | 'broadcasterId'>) {
		this.#list = new LiveValue(async () => {
			const { requestRewards } = await import('#lib/platforms/twitch/helix/rewards.ts');
			return requestRewards(room.helix, room.broadcasterId);
		});
	}

	get current(): readonly Reward[] | undefined {
		return this.#list.current;
	}

	get failed(): boolean {
		return this.#list.problem !== undefined;
	}

	load(): void {
		void this.#list.load();
	}

	/** Loads them where nobody has asked for them yet. */
	loadOnce(): void {
		if (this.current === undefined && !this.failed && !this.#list.loading) this.load();
	}
}

/** The rewards of the page. */
export const [getOwnRewards, setOwnRewards] = createContext<OwnRewards>();
