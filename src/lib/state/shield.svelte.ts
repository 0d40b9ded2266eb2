import { requestShieldMode, updateShieldMode, type ShieldMode } from '#lib/platforms/twitch/helix/shield-mode.ts';
import type { Clock } from '#lib/transport/clock.ts';
import type { ControlRoom } from './control-room.svelte.ts';
import { LiveValue, type RefreshCause } from './live-value.svelte.ts';

/** Shield Mode of the streamer's channel, whoever switches it. */
export class ShieldState {
	readonly mode: LiveValue<ShieldMode>;
	readonly #room: Pick<ControlRoom, 'helix' | 'broadcasterId' | 'events'>;
	#heardAt = 0;

	constructor(room: Pick<ControlRoom, 'helix' | 'broadcasterId' | 'events'>, clock?: Clock) {
		this.#room = room;
		this.mode = new LiveValue(() => this.request(), clock);
	}

	/** Loads the mode and follows it until the returned function is called. */
	open(): () => void {
		const stop = this.#room.events.on((event) => {
			if (event.type !== 'shield-mode' || event.at < this.#heardAt) return;
			this.#heardAt = event.at;
			const activatedAt = event.active ? event.at : this.mode.current?.activatedAt;
			const by = event.by.displayName;
			this.mode.set({ active: event.active, by, ...(activatedAt !== undefined && { activatedAt }) });
		});
		void this.mode.load();
		return () => {
			stop();
			this.mode.clear();
		};
	}

	refresh(cause: RefreshCause): void {
		this.mode.refresh(cause);
	}

	/** The mode as it is this moment. */
	async request(): Promise<ShieldMode> {
		return await requestShieldMode(this.#room.helix, this.#room.broadcasterId);
	}

	/** Switches it; after a failure it is asked for again. */
	async switch(active: boolean): Promise<void> {
		try {
			this.mode.set(await updateShieldMode(this.#room.helix, this.#room.broadcasterId, { active }));
		} catch (error) {
			this.mode.loadSoon();
			throw error;
		}
	}
}
