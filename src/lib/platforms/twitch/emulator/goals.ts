import type { Clock } from '#lib/transport/clock.ts';
import type { Accounts } from './accounts.ts';
import type { EmulatedUser } from './emulated-user.ts';
import type { Notification, Notifications } from './notifications.ts';

/** A goal that a channel shows. */
export interface EmulatedGoal {
	readonly id: string;
	/** In Helix's words. */
	readonly type: 'follower' | 'new_subscription_count';
	readonly description: string;
	readonly current: number;
	readonly target: number;
	/** Epoch ms. */
	readonly startedAt: number;
}

const seeds: Readonly<Record<string, readonly Omit<EmulatedGoal, 'startedAt'>[]>> = {
	tidalkit: [
		{ id: '8f1c20aa01', type: 'follower', description: 'A second lighthouse', current: 182, target: 200 },
		{ id: '8f1c20aa02', type: 'new_subscription_count', description: 'Night stream', current: 7, target: 20 }
	],
	mosslantern: [{ id: '8f1c20aa03', type: 'follower', description: '', current: 61, target: 75 }]
};

const movers: Readonly<Record<string, EmulatedGoal['type']>> = {
	'channel.follow': 'follower',
	'channel.subscribe': 'new_subscription_count'
};

const runningMs = 5 * 86_400_000;

/** The goals of every channel, moved on by whoever follows and subscribes. */
export class Goals {
	readonly #clock: Clock;
	readonly #accounts: Accounts;
	readonly #notifications: Notifications;
	readonly #goals = new Map<string, readonly EmulatedGoal[]>();

	constructor(clock: Clock, accounts: Accounts, notifications: Notifications) {
		this.#clock = clock;
		this.#accounts = accounts;
		this.#notifications = notifications;
		notifications.on((notification) => this.#take(notification));
	}

	goalsOf(owner: EmulatedUser): readonly EmulatedGoal[] {
		const known = this.#goals.get(owner.id);
		if (known) return known;
		const startedAt = this.#clock.now() - runningMs;
		const goals = (seeds[owner.login] ?? []).map((seed) => ({ ...seed, startedAt }));
		this.#goals.set(owner.id, goals);
		return goals;
	}

	clear(): void {
		this.#goals.clear();
	}

	#take({ type, about }: Notification): void {
		const moved = movers[type];
		const owner = this.#accounts.byId(about['broadcaster_user_id'] ?? '');
		if (!moved || !owner) return;
		const goals = this.goalsOf(owner).map((goal) =>
			goal.type === moved ? { ...goal, current: goal.current + 1 } : goal
		);
		this.#goals.set(
			owner.id,
			goals.filter(({ current, target }) => current < target)
		);
		for (const goal of goals.filter((one) => one.type === moved)) this.#tell(owner, goal);
	}

	/** EventSub calls a goal of followers `follow`, Helix `follower`. @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#goals-event */
	#tell(owner: EmulatedUser, { id, type, description, current, target, startedAt }: EmulatedGoal): void {
		const reached = current >= target;
		this.#notifications.tell(`channel.goal.${reached ? 'end' : 'progress'}`, owner, {
			id,
			type: type === 'follower' ? 'follow' : type,
			description,
			current_amount: current,
			target_amount: target,
			started_at: new Date(startedAt).toISOString(),
			...(reached && { is_achieved: true, ended_at: new Date(this.#clock.now()).toISOString() })
		});
	}
}
