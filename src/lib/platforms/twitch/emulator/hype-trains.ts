import type { Clock } from '#lib/transport/clock.ts';
import type { Accounts } from './accounts.ts';
import type { EmulatedUser } from './emulated-user.ts';
import type { Notifications } from './notifications.ts';

/** Who drove a train, and by how much. */
interface Contribution {
	readonly user: EmulatedUser;
	readonly type: 'bits' | 'subscription';
	readonly total: number;
}

/** A Hype Train that is on its way. */
export interface EmulatedTrain {
	readonly id: string;
	readonly level: number;
	readonly total: number;
	readonly progress: number;
	readonly goal: number;
	readonly contributions: readonly Contribution[];
	/** Epoch ms. */
	readonly startedAt: number;
	readonly expiresAt: number;
}

/** The best train of a channel so far. */
export interface TrainRecord {
	readonly level: number;
	readonly total: number;
	/** Epoch ms. */
	readonly achievedAt: number;
}

const runsForMs = 5 * 60_000;
const coolDownMs = 60 * 60_000;
const pushEveryMs = 15_000;
const levelGoals = [1_600, 1_800, 2_100, 2_300, 2_500];
const pushes = [
	{ login: 'kelpwizard42', type: 'bits', points: 500 },
	{ login: 'pixelgull', type: 'subscription', points: 1_000 },
	{ login: 'estuaryecho', type: 'bits', points: 300 }
] as const;

/** The Hype Trains of every channel: started by a host, driven on for a while by seeded viewers, over after five minutes. */
export class HypeTrains {
	readonly #clock: Clock;
	readonly #accounts: Accounts;
	readonly #notifications: Notifications;
	readonly #trains = new Map<string, EmulatedTrain>();
	readonly #records = new Map<string, TrainRecord>();
	#lastId = 0;

	constructor(clock: Clock, accounts: Accounts, notifications: Notifications) {
		this.#clock = clock;
		this.#accounts = accounts;
		this.#notifications = notifications;
	}

	find(owner: EmulatedUser): EmulatedTrain | undefined {
		return this.#trains.get(owner.id);
	}

	recordOf(owner: EmulatedUser): TrainRecord | undefined {
		return this.#records.get(owner.id);
	}

	/** Starts a train; false where one is on its way. */
	start(owner: EmulatedUser): boolean {
		if (this.#trains.has(owner.id)) return false;
		const now = this.#clock.now();
		const empty = { level: 1, total: 0, progress: 0, goal: levelGoals[0] ?? 1, contributions: [] };
		const train = { ...empty, id: `hype-${++this.#lastId}`, startedAt: now, expiresAt: now + runsForMs };
		this.#trains.set(owner.id, this.#pushed(train, 0));
		this.#tell(owner, 'begin');
		this.#pushLater(owner, train.id, 1);
		this.#clock.setTimeout(() => this.#end(owner, train.id), runsForMs);
		return true;
	}

	clear(): void {
		this.#trains.clear();
		this.#records.clear();
	}

	#pushLater(owner: EmulatedUser, trainId: string, turn: number): void {
		this.#clock.setTimeout(() => {
			const train = this.#trains.get(owner.id);
			if (train?.id !== trainId || turn > 2 * levelGoals.length) return;
			this.#trains.set(owner.id, this.#pushed(train, turn));
			this.#tell(owner, 'progress');
			this.#pushLater(owner, trainId, turn + 1);
		}, pushEveryMs);
	}

	#pushed(train: EmulatedTrain, turn: number): EmulatedTrain {
		const push = pushes[turn % pushes.length];
		if (!push) return train;
		const user = this.#accounts.named(push.login);
		const before = train.contributions.find((one) => one.user === user)?.total ?? 0;
		const others = train.contributions.filter((one) => one.user !== user);
		const contributions = [...others, { user, type: push.type, total: before + push.points }].sort(
			(one, other) => other.total - one.total
		);
		const moved = { ...train, contributions, total: train.total + push.points };
		const progress = train.progress + push.points;
		if (progress < train.goal) return { ...moved, progress };
		const goal = levelGoals[train.level] ?? train.goal;
		return { ...moved, level: train.level + 1, progress: progress - train.goal, goal };
	}

	#end(owner: EmulatedUser, trainId: string): void {
		const train = this.#trains.get(owner.id);
		if (train?.id !== trainId) return;
		this.#tell(owner, 'end');
		this.#trains.delete(owner.id);
		const { level, total } = train;
		if (total > (this.#records.get(owner.id)?.total ?? 0))
			this.#records.set(owner.id, { level, total, achievedAt: this.#clock.now() });
	}

	#tell(owner: EmulatedUser, phase: 'begin' | 'progress' | 'end'): void {
		const train = this.#trains.get(owner.id);
		if (!train) return;
		const { progress, goal, expiresAt } = train;
		const now = this.#clock.now();
		this.#notifications.tell(`channel.hype_train.${phase}`, owner, {
			...formatTrain(train),
			...(phase === 'end'
				? { ended_at: formatTime(now), cooldown_ends_at: formatTime(now + coolDownMs) }
				: { progress, goal, expires_at: formatTime(expiresAt) })
		});
	}
}

/** What Helix and EventSub say alike of a train. @see https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelhype_trainbegin-v2 */
export function formatTrain({ id, level, total, contributions, startedAt }: EmulatedTrain) {
	return {
		id,
		level,
		total,
		top_contributions: contributions.slice(0, 3).map(({ user, type, total: given }) => ({
			user_id: user.id,
			user_login: user.login,
			user_name: user.displayName,
			type,
			total: given
		})),
		shared_train_participants: null,
		started_at: formatTime(startedAt),
		type: 'regular',
		is_shared_train: false
	};
}

/** A moment as Twitch writes it. */
export function formatTime(at: number): string {
	return new Date(at).toISOString();
}
