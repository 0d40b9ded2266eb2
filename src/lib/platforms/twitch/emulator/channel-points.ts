import type { Clock } from '#lib/transport/clock.ts';
import type { EmulatedUser } from './emulated-user.ts';
import { toEventUser, type Notifications } from './notifications.ts';
import { randomUuid } from './random-text.ts';

/** What a viewer can spend channel points on. */
export interface EmulatedReward {
	readonly id: string;
	/** The client that made it, which alone may change it; absent for one made on Twitch itself. */
	readonly clientId?: string | undefined;
	readonly title: string;
	readonly cost: number;
	readonly prompt: string;
	readonly enabled: boolean;
	readonly paused: boolean;
	readonly inputRequired: boolean;
	readonly skipsQueue: boolean;
	/** 0 for no limit. */
	readonly mostPerStream: number;
	readonly mostPerViewer: number;
	readonly cooldownSeconds: number;
	readonly color: string;
}

/** What a redemption is, in Helix's words. */
export type EmulatedRedemptionStatus = 'UNFULFILLED' | 'FULFILLED' | 'CANCELED';

/** Channel points that a viewer spent. */
export interface EmulatedRedemption {
	readonly id: string;
	readonly reward: EmulatedReward;
	readonly user: EmulatedUser;
	readonly input: string;
	readonly status: EmulatedRedemptionStatus;
	/** Epoch ms. */
	readonly redeemedAt: number;
}

interface Counter {
	readonly rewards: readonly EmulatedReward[];
	readonly redemptions: readonly EmulatedRedemption[];
}

/** What channel points are made with. */
export interface ChannelPointsOptions {
	readonly clock: Clock;
	readonly random: () => number;
	readonly notifications: Notifications;
	/** Who made the seeded rewards that can be changed. */
	readonly clientId: string | undefined;
}

const plain = {
	prompt: '',
	enabled: true,
	paused: false,
	inputRequired: false,
	skipsQueue: false,
	mostPerStream: 0,
	mostPerViewer: 0,
	cooldownSeconds: 0,
	color: '#00A3B4'
} as const;

const mostRedemptions = 500;

/** The rewards of every channel, and what viewers redeemed. */
export class ChannelPoints {
	readonly #options: ChannelPointsOptions;
	readonly #counters = new Map<string, Counter>();

	constructor(options: ChannelPointsOptions) {
		this.#options = options;
	}

	rewardsOf(owner: EmulatedUser): readonly EmulatedReward[] {
		return this.#counterOf(owner).rewards;
	}

	/** Newest first. */
	redemptionsOf(owner: EmulatedUser): readonly EmulatedRedemption[] {
		return this.#counterOf(owner).redemptions;
	}

	add(owner: EmulatedUser, draft: Partial<EmulatedReward> & Pick<EmulatedReward, 'title' | 'cost'>): EmulatedReward {
		const reward = { ...plain, ...draft, id: randomUuid(this.#options.random) };
		this.#change(owner, ({ rewards }) => ({ rewards: [...rewards, reward] }));
		this.#tellReward(owner, 'add', reward);
		return reward;
	}

	update(owner: EmulatedUser, reward: EmulatedReward): void {
		this.#change(owner, ({ rewards }) => ({ rewards: rewards.map((one) => (one.id === reward.id ? reward : one)) }));
		this.#tellReward(owner, 'update', reward);
	}

	/** Takes a reward away; what waited for it is fulfilled. */
	remove(owner: EmulatedUser, reward: EmulatedReward): void {
		const waiting = this.redemptionsOf(owner).filter((one) => one.reward.id === reward.id);
		this.settle(owner, waiting, 'FULFILLED');
		this.#change(owner, ({ rewards }) => ({ rewards: rewards.filter(({ id }) => id !== reward.id) }));
		this.#tellReward(owner, 'remove', reward);
	}

	/** A viewer redeems a reward; `undefined` where it cannot be redeemed now. */
	redeem(
		owner: EmulatedUser,
		user: EmulatedUser,
		{ rewardId, input = '' }: { readonly rewardId: string; readonly input?: string | undefined }
	): EmulatedRedemption | undefined {
		const reward = this.rewardsOf(owner).find(({ id }) => id === rewardId);
		if (!reward?.enabled || reward.paused) return undefined;
		const { random, clock } = this.#options;
		const redemption: EmulatedRedemption = {
			id: randomUuid(random),
			reward,
			user,
			input: reward.inputRequired ? input : '',
			status: reward.skipsQueue ? 'FULFILLED' : 'UNFULFILLED',
			redeemedAt: clock.now()
		};
		this.#change(owner, ({ redemptions }) => ({ redemptions: [redemption, ...redemptions].slice(0, mostRedemptions) }));
		this.#tellRedemption(owner, 'add', redemption);
		return redemption;
	}

	/** Fulfils or refunds what still waits; returns all of them as they are now. */
	settle(
		owner: EmulatedUser,
		chosen: readonly EmulatedRedemption[],
		status: EmulatedRedemptionStatus
	): readonly EmulatedRedemption[] {
		return chosen.map((redemption) => {
			if (redemption.status !== 'UNFULFILLED') return redemption;
			const settled = { ...redemption, status };
			const swap = (one: EmulatedRedemption) => (one.id === settled.id ? settled : one);
			this.#change(owner, ({ redemptions }) => ({ redemptions: redemptions.map(swap) }));
			this.#tellRedemption(owner, 'update', settled);
			return settled;
		});
	}

	clear(): void {
		this.#counters.clear();
	}

	#counterOf(owner: EmulatedUser): Counter {
		const known = this.#counters.get(owner.id);
		if (known) return known;
		const counter = { rewards: owner.login === 'tidalkit' ? this.#seeds() : [], redemptions: [] };
		this.#counters.set(owner.id, counter);
		return counter;
	}

	#seeds(): readonly EmulatedReward[] {
		const { clientId } = this.#options;
		return [
			{ ...plain, id: '7d1e0a52-0000-4000-8000-000000000001', clientId, title: 'Drink some water', cost: 300 },
			{
				...plain,
				id: '7d1e0a52-0000-4000-8000-000000000002',
				clientId,
				title: 'Name a seal',
				cost: 2_500,
				prompt: 'A name for the next seal on the pier. Keep it kind.',
				inputRequired: true
			},
			{ ...plain, id: '7d1e0a52-0000-4000-8000-000000000003', title: 'Posture check', cost: 150, color: '#9146FF' }
		];
	}

	#change(owner: EmulatedUser, change: (counter: Counter) => Partial<Counter>): void {
		const counter = this.#counterOf(owner);
		this.#counters.set(owner.id, { ...counter, ...change(counter) });
	}

	#tellReward(owner: EmulatedUser, change: 'add' | 'update' | 'remove', reward: EmulatedReward): void {
		this.#options.notifications.tell(`channel.channel_points_custom_reward.${change}`, owner, toRewardEvent(reward));
	}

	#tellRedemption(owner: EmulatedUser, change: 'add' | 'update', redemption: EmulatedRedemption): void {
		const { id, title, cost, prompt } = redemption.reward;
		this.#options.notifications.tell(`channel.channel_points_custom_reward_redemption.${change}`, owner, {
			...toEventUser(redemption.user),
			id: redemption.id,
			user_input: redemption.input,
			status: redemption.status.toLowerCase(),
			reward: { id, title, cost, prompt },
			redeemed_at: new Date(redemption.redeemedAt).toISOString()
		});
	}
}

/** A reward as EventSub tells it. @see https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelchannel_points_custom_rewardadd */
function toRewardEvent(reward: EmulatedReward): Readonly<Record<string, unknown>> {
	return {
		id: reward.id,
		title: reward.title,
		cost: reward.cost,
		prompt: reward.prompt,
		is_enabled: reward.enabled,
		is_paused: reward.paused,
		is_in_stock: true,
		is_user_input_required: reward.inputRequired,
		should_redemptions_skip_request_queue: reward.skipsQueue,
		max_per_stream: { is_enabled: reward.mostPerStream > 0, value: reward.mostPerStream },
		max_per_user_per_stream: { is_enabled: reward.mostPerViewer > 0, value: reward.mostPerViewer },
		global_cooldown: { is_enabled: reward.cooldownSeconds > 0, seconds: reward.cooldownSeconds },
		background_color: reward.color,
		image: null,
		default_image: null,
		cooldown_expires_at: null,
		redemptions_redeemed_current_stream: null
	};
}
