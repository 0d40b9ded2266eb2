import type { HypeTrain } from '#lib/model/hype-train.ts';
import { requestHypeTrain, type HypeTrainStatus } from '#lib/platforms/twitch/helix/hype-train.ts';
import type { Clock } from '#lib/transport/clock.ts';
import type { ControlRoom } from './control-room.svelte.ts';
import { LiveValue, type RefreshCause } from './live-value.svelte.ts';

/** The Hype Train of the streamer's channel. */
export class HypeTrainState {
	readonly status: LiveValue<HypeTrainStatus>;
	/** The last one that arrived while this page was open. */
	last = $state.raw<HypeTrain>();
	readonly #room: Pick<ControlRoom, 'helix' | 'broadcasterId' | 'events'>;
	#heardAt = 0;

	constructor(room: Pick<ControlRoom, 'helix' | 'broadcasterId' | 'events'>, clock?: Clock) {
		this.#room = room;
		this.status = new LiveValue(async () => requestHypeTrain(room.helix, room.broadcasterId), clock);
	}

	/** Loads the train and follows it until the returned function is called. */
	open(): () => void {
		const stop = this.#room.events.on((event) => {
			if (event.type !== 'hype-train' || event.simulated === true || event.at < this.#heardAt) return;
			this.#heardAt = event.at;
			if (event.phase === 'end') this.#end(event.train);
			else this.status.set({ ...this.status.current, current: event.train });
		});
		void this.status.load();
		return () => {
			stop();
			this.status.clear();
			this.last = undefined;
		};
	}

	refresh(cause: RefreshCause): void {
		this.status.refresh(cause);
	}

	#end(train: HypeTrain): void {
		this.last = train;
		const { record } = this.status.current ?? {};
		const { level, total, endedAt: achievedAt = train.startedAt } = train;
		const best = record && record.total >= total ? record : { level, total, achievedAt };
		this.status.set({ record: best });
	}
}
