import { Emitter } from '#lib/model/emitter.ts';
import { groupByReward, type Redemption } from '#lib/model/redemption.ts';
import type { Reward, RewardDraft } from '#lib/model/reward.ts';
import {
	mostRedemptionsAtOnce,
	requestWaitingRedemptions,
	settleRedemptions,
	type Settlement
} from '#lib/platforms/twitch/helix/redemptions.ts';
import { createReward, deleteReward, requestRewards, updateReward } from '#lib/platforms/twitch/helix/rewards.ts';
import type { Clock } from '#lib/transport/clock.ts';
import type { ControlRoom } from './control-room.svelte.ts';
import { LiveValue, type RefreshCause } from './live-value.svelte.ts';

/** As many redemptions as are kept; a longer queue is on Twitch. */
export const mostWaiting = 200;

/** An event that comes late must not bring back what was settled. */
const mostSettled = 500;

/** The rewards of the streamer's channel, and what waits. */
interface Counter {
	readonly rewards: readonly Reward[];
	/** Newest first. */
	readonly waiting: readonly Redemption[];
	/** Whether more wait than are listed. */
	readonly more: boolean;
}

/** Rewards for channel points, and the queue of what was redeemed. */
export class RewardsState {
	readonly counter: LiveValue<Counter>;
	/** What was just redeemed and waits. */
	readonly redeemed = new Emitter<Redemption>();
	readonly #room: Pick<ControlRoom, 'helix' | 'broadcasterId' | 'events'>;
	#settled: readonly string[] = [];

	constructor(room: Pick<ControlRoom, 'helix' | 'broadcasterId' | 'events'>, clock?: Clock) {
		this.#room = room;
		this.counter = new LiveValue(() => this.#request(), clock);
	}

	/** Loads rewards and queue, and follows them until the returned function is called. */
	open(): () => void {
		const stop = this.#room.events.on((event) => {
			if (event.type === 'reward-changed') this.counter.loadSoon();
			else if (event.type === 'redemption' && event.simulated !== true) this.#take(event.redemption);
		});
		void this.counter.load();
		return () => {
			stop();
			this.counter.clear();
		};
	}

	refresh(cause: RefreshCause): void {
		this.counter.refresh(cause);
	}

	/** Fulfils redemptions or gives their points back; what Twitch took is off the queue even if a later part fails. */
	async settle(chosen: readonly Redemption[], status: Settlement['status']): Promise<void> {
		try {
			for (const { rewardId, ids } of groupByReward(chosen, mostRedemptionsAtOnce)) {
				await settleRedemptions(this.#room.helix, this.#room.broadcasterId, { rewardId, ids, status });
				for (const id of ids) this.#drop(id);
			}
		} catch (error) {
			this.counter.loadSoon();
			throw error;
		}
	}

	async create(draft: RewardDraft): Promise<void> {
		await this.#change(async (rewards) => [
			...rewards,
			await createReward(this.#room.helix, this.#room.broadcasterId, draft)
		]);
	}

	async update(change: Parameters<typeof updateReward>[2]): Promise<void> {
		await this.#change(async (rewards) => {
			const changed = await updateReward(this.#room.helix, this.#room.broadcasterId, change);
			return rewards.map((reward) => (reward.id === changed.id ? changed : reward));
		});
	}

	/** Deletes a reward; what waits for it counts as fulfilled. */
	async remove(rewardId: string): Promise<void> {
		await this.#change(async (rewards) => {
			await deleteReward(this.#room.helix, this.#room.broadcasterId, rewardId);
			return rewards.filter(({ id }) => id !== rewardId);
		});
	}

	async #request(): Promise<Counter> {
		const { helix, broadcasterId } = this.#room;
		const rewards = await requestRewards(helix, broadcasterId);
		const queued = rewards.filter(({ manageable, skipsQueue }) => manageable && !skipsQueue);
		const lists = await Promise.all(queued.map(({ id }) => requestWaitingRedemptions(helix, broadcasterId, id)));
		const listed = lists.flat().sort((one, other) => other.redeemedAt - one.redeemedAt);
		const waiting = listed.filter(({ id }) => !this.#settled.includes(id));
		const more = waiting.length > mostWaiting || lists.some(({ length }) => length >= mostRedemptionsAtOnce);
		return { rewards, waiting: waiting.slice(0, mostWaiting), more };
	}

	#take(redemption: Redemption): void {
		const { id, status, reward } = redemption;
		if (status !== 'unfulfilled') {
			this.#drop(id);
			return;
		}
		if (this.counter.loading) {
			this.counter.loadSoon();
			return;
		}
		const { rewards = [], waiting = [] } = this.counter.current ?? {};
		const queued = rewards.some((one) => one.id === reward.id && one.manageable);
		if (!queued || waiting.some((one) => one.id === id) || this.#settled.includes(id)) return;
		this.counter.change((counter) => ({
			...counter,
			waiting: [redemption, ...counter.waiting].slice(0, mostWaiting),
			more: counter.more || counter.waiting.length >= mostWaiting
		}));
		this.redeemed.emit(redemption);
	}

	#drop(id: string): void {
		this.#settled = [...this.#settled, id].slice(-mostSettled);
		this.counter.change((counter) => ({ ...counter, waiting: counter.waiting.filter((one) => one.id !== id) }));
	}

	async #change(change: (rewards: readonly Reward[]) => Promise<readonly Reward[]>): Promise<void> {
		try {
			const rewards = await change(this.counter.current?.rewards ?? []);
			this.counter.change((counter) => ({ ...counter, rewards }));
		} catch (error) {
			this.counter.loadSoon();
			throw error;
		}
	}
}
