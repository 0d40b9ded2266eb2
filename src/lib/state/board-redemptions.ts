import { groupByReward, type Redemption } from '#lib/model/redemption.ts';
import { mostRedemptionsAtOnce, settleRedemptions, type Settlement } from '#lib/platforms/twitch/helix/redemptions.ts';
import { redemptionScope, requestRewards } from '#lib/platforms/twitch/helix/rewards.ts';
import { systemClock, type Clock } from '#lib/transport/clock.ts';
import type { ControlRoom } from './control-room.svelte.ts';

const gatherMs = 1_000;
const mostGathered = 500;

interface Decision {
	readonly redemption: Redemption;
	readonly status: Settlement['status'];
}

/** What a board does with redemptions: those that pressed something are fulfilled, the others get their points back. */
export class BoardRedemptions {
	readonly #room: Pick<ControlRoom, 'helix' | 'broadcasterId' | 'allows'>;
	readonly #clock: Clock;
	readonly #onProblem: (error: unknown) => void;
	#decisions: readonly Decision[] = [];
	#timer: unknown;
	/** The rewards that were made with this program, which alone it may answer. */
	#own: Promise<ReadonlySet<string>> | undefined;

	constructor(
		room: Pick<ControlRoom, 'helix' | 'broadcasterId' | 'allows'>,
		onProblem: (error: unknown) => void,
		clock = systemClock
	) {
		this.#room = room;
		this.#onProblem = onProblem;
		this.#clock = clock;
	}

	/** Answers a redemption soon, together with others. */
	settle(redemption: Redemption, accepted: boolean): void {
		if (redemption.status !== 'unfulfilled' || !this.#room.allows(redemptionScope)) return;
		const decision: Decision = { redemption, status: accepted ? 'fulfilled' : 'canceled' };
		this.#decisions = [...this.#decisions, decision].slice(-mostGathered);
		if (this.#timer === undefined) this.#timer = this.#clock.setTimeout(() => void this.#flush(), gatherMs);
	}

	/** Rewards may have been made since. */
	forget(): void {
		this.#own = undefined;
	}

	async #flush(): Promise<void> {
		this.#timer = undefined;
		const decisions = this.#decisions;
		this.#decisions = [];
		try {
			this.#own ??= this.#requestOwn();
			const own = await this.#own;
			const answered = decisions.filter(({ redemption }) => own.has(redemption.reward.id));
			for (const status of ['fulfilled', 'canceled'] as const)
				await this.#send(
					answered.filter((one) => one.status === status).map(({ redemption }) => redemption),
					status
				);
		} catch (error) {
			this.#own = undefined;
			this.#onProblem(error);
		}
	}

	async #send(redemptions: readonly Redemption[], status: Settlement['status']): Promise<void> {
		const { helix, broadcasterId } = this.#room;
		for (const { rewardId, ids } of groupByReward(redemptions, mostRedemptionsAtOnce))
			await settleRedemptions(helix, broadcasterId, { rewardId, ids, status });
	}

	async #requestOwn(): Promise<ReadonlySet<string>> {
		const rewards = await requestRewards(this.#room.helix, this.#room.broadcasterId);
		return new Set(rewards.filter(({ manageable }) => manageable).map(({ id }) => id));
	}
}
