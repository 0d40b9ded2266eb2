import type { Goal } from '#lib/model/goal.ts';
import { requestGoals } from '#lib/platforms/twitch/helix/goals.ts';
import type { Clock } from '#lib/transport/clock.ts';
import { SvelteMap } from 'svelte/reactivity';
import type { ControlRoom } from './control-room.svelte.ts';
import { LiveValue, type RefreshCause } from './live-value.svelte.ts';

/** The goals of the streamer's channel; one that was reached stays until they are asked for again. */
export class GoalsState {
	readonly goals: LiveValue<readonly Goal[]>;
	readonly #room: Pick<ControlRoom, 'helix' | 'broadcasterId' | 'events'>;
	readonly #heardAt = new SvelteMap<string, number>();

	constructor(room: Pick<ControlRoom, 'helix' | 'broadcasterId' | 'events'>, clock?: Clock) {
		this.#room = room;
		this.goals = new LiveValue(async () => requestGoals(room.helix, room.broadcasterId), clock);
	}

	/** Loads the goals and follows them until the returned function is called. */
	open(): () => void {
		const stop = this.#room.events.on((event) => {
			if (event.type === 'goal' && event.simulated !== true) this.#take(event.goal, event.at);
		});
		void this.goals.load();
		return () => {
			stop();
			this.goals.clear();
			this.#heardAt.clear();
		};
	}

	refresh(cause: RefreshCause): void {
		this.goals.refresh(cause);
	}

	/** An older event that comes after a newer one says nothing. */
	#take(goal: Goal, at: number): void {
		if (at < (this.#heardAt.get(goal.id) ?? 0)) return;
		this.#heardAt.set(goal.id, at);
		this.goals.change((goals) =>
			goals.some(({ id }) => id === goal.id) ? goals.map((one) => (one.id === goal.id ? goal : one)) : [...goals, goal]
		);
	}
}
