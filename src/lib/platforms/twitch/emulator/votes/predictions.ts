import type { Accounts } from '../accounts.ts';
import type { EmulatedUser } from '../emulated-user.ts';
import type { Room } from '../irc/room.ts';
import { divide, joinedAfter, voteId } from './crowd.ts';
import type { VoteParts } from './polls.ts';

/** What predictions work on. */
export interface PredictionParts extends VoteParts {
	readonly accounts: Accounts;
}

/** A prediction as it is asked for. */
export interface PredictionRequest {
	readonly title: string;
	readonly outcomes: readonly string[];
	/** How long viewers can join. */
	readonly seconds: number;
}

/** A prediction of a channel; who has joined follows from how long it was open. */
export interface EmulatedPrediction extends PredictionRequest {
	readonly id: string;
	readonly ordinal: number;
	readonly audience: number;
	readonly status: 'ACTIVE' | 'LOCKED' | 'RESOLVED' | 'CANCELED';
	/** The index of what came true. */
	readonly winner?: number;
	/** Epoch ms. */
	readonly startedAt: number;
	readonly lockedAt?: number;
	readonly endedAt?: number;
}

/** What becomes of a prediction. */
export type PredictionStep =
	{ readonly status: 'LOCKED' | 'CANCELED' } | { readonly status: 'RESOLVED'; readonly winner: number };

const stepMs = 2_000;
const lockedAtMostMs = 24 * 60 * 60 * 1_000;
const offlineAudience = 6;
const turnout = 0.35;
const mostPredictors = 10;
const usualStake = 120;

/** The predictions of the channels: viewers join, they lock by themselves, and after a day everything is given back. */
export class EmulatedPredictions {
	readonly #parts: PredictionParts;
	readonly #predictions = new WeakMap<Room, readonly EmulatedPrediction[]>();

	constructor(parts: PredictionParts) {
		this.#parts = parts;
	}

	/** Newest first. */
	list(room: Room): readonly EmulatedPrediction[] {
		return this.#predictions.get(room) ?? [];
	}

	/** The one that is open or locked. */
	running(room: Room): EmulatedPrediction | undefined {
		return this.list(room).find(({ endedAt }) => endedAt === undefined);
	}

	start(room: Room, request: PredictionRequest): EmulatedPrediction {
		const { chat, streams } = this.#parts;
		const known = this.list(room);
		const ordinal = known.length + 1;
		const viewers = streams.find(room.owner)?.viewers ?? offlineAudience;
		const prediction: EmulatedPrediction = {
			...request,
			id: voteId('prediction', room.owner.id, ordinal),
			ordinal,
			audience: Math.ceil(viewers * turnout),
			status: 'ACTIVE',
			startedAt: chat.clock.now()
		};
		this.#predictions.set(room, [prediction, ...known]);
		this.#tell('begin', room, prediction);
		this.#waitForLock(room, prediction);
		return prediction;
	}

	/** Locks, pays out or gives back, and tells it. */
	change(room: Room, prediction: EmulatedPrediction, step: PredictionStep): EmulatedPrediction {
		const now = this.#parts.chat.clock.now();
		const lockedAt = prediction.lockedAt ?? (step.status === 'LOCKED' || step.status === 'RESOLVED' ? now : undefined);
		const changed: EmulatedPrediction = {
			...prediction,
			...step,
			...(lockedAt !== undefined && { lockedAt }),
			...(step.status !== 'LOCKED' && { endedAt: now })
		};
		this.#predictions.set(
			room,
			this.list(room).map((one) => (one.id === prediction.id ? changed : one))
		);
		this.#tell(step.status === 'LOCKED' ? 'lock' : 'end', room, changed);
		if (step.status === 'LOCKED') this.#waitForRefund(room, changed);
		return changed;
	}

	/** The outcomes as things stand, in the words that Helix and EventSub share. */
	outcomes(prediction: EmulatedPrediction, room: Room) {
		const { outcomes, audience, ordinal, startedAt, lockedAt, endedAt } = prediction;
		const elapsed = (lockedAt ?? endedAt ?? this.#parts.chat.clock.now()) - startedAt;
		const users = divide(joinedAfter(elapsed, audience), outcomes.length, ordinal);
		const stakes = users.map((count, index) => this.#stakes(room, { count, index, outcomes: outcomes.length }));
		const points = stakes.map((list, index) => sumOf(list) + ((users[index] ?? 0) - list.length) * usualStake);
		return outcomes.map((title, index) => ({
			id: outcomeId(prediction, room, index),
			title,
			users: users[index] ?? 0,
			channel_points: points[index] ?? 0,
			top_predictors: (stakes[index] ?? []).map(({ user, used }) => ({
				user_id: user.id,
				user_login: user.login,
				user_name: user.displayName,
				channel_points_used: used,
				channel_points_won: wonBy(prediction, { index, used, points })
			}))
		}));
	}

	/** Who of the seeded people bet on an outcome, and how much, highest first. */
	#stakes(room: Room, { count, index, outcomes }: { count: number; index: number; outcomes: number }) {
		const people = this.#parts.accounts.users.filter(
			(user) => user !== room.owner && !user.canSignIn && !user.suspended
		);
		return people
			.filter((_, place) => place % outcomes === index)
			.slice(0, Math.min(count, mostPredictors))
			.map((user, place): Stake => ({ user, used: 5_000 - place * 450 }));
	}

	#waitForLock(room: Room, prediction: EmulatedPrediction): void {
		const { clock } = this.#parts.chat;
		const locksAt = prediction.startedAt + prediction.seconds * 1_000;
		const step = () => {
			if (!this.#isStill(room, prediction)) return;
			if (clock.now() >= locksAt) this.change(room, prediction, { status: 'LOCKED' });
			else {
				this.#tell('progress', room, prediction);
				this.#waitForLock(room, prediction);
			}
		};
		clock.setTimeout(step, Math.min(stepMs, locksAt - clock.now()));
	}

	#waitForRefund(room: Room, prediction: EmulatedPrediction): void {
		this.#parts.chat.clock.setTimeout(() => {
			if (this.#isStill(room, prediction)) this.change(room, prediction, { status: 'CANCELED' });
		}, lockedAtMostMs);
	}

	/** After a reset the channel has another room. */
	#isStill(room: Room, { id, status }: EmulatedPrediction): boolean {
		const current = this.running(room);
		return this.#parts.chat.findRoom(room.owner.login) === room && current?.id === id && current.status === status;
	}

	/** EventSub has lower-case statuses and colors, and no counts at the beginning. @see https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelpredictionbegin */
	#tell(phase: 'begin' | 'progress' | 'lock' | 'end', room: Room, prediction: EmulatedPrediction): void {
		const { id, title, startedAt, seconds, lockedAt, endedAt, status, winner } = prediction;
		const outcomes = this.outcomes(prediction, room).map((outcome, index) => {
			const named = { id: outcome.id, title: outcome.title, color: colorOf(prediction, index) };
			return phase === 'begin' ? named : { ...outcome, ...named };
		});
		this.#parts.notifications.tell(`channel.prediction.${phase}`, room.owner, {
			id,
			title,
			outcomes,
			started_at: toText(startedAt),
			...((phase === 'begin' || phase === 'progress') && { locks_at: toText(startedAt + seconds * 1_000) }),
			...(phase === 'lock' && { locked_at: toText(lockedAt ?? startedAt) }),
			...(phase === 'end' && {
				winning_outcome_id: winner === undefined ? null : outcomeId(prediction, room, winner),
				status: status.toLowerCase(),
				ended_at: toText(endedAt ?? startedAt)
			})
		});
	}
}

interface Stake {
	readonly user: EmulatedUser;
	readonly used: number;
}

/** The id of a prediction's outcome. */
export function outcomeId({ ordinal }: EmulatedPrediction, room: Room, index: number): string {
	return voteId('prediction', room.owner.id, ordinal, index + 1);
}

/** Two outcomes are blue and pink, more are all blue. */
export function colorOf({ outcomes }: EmulatedPrediction, index: number): 'blue' | 'pink' {
	return outcomes.length === 2 && index === 1 ? 'pink' : 'blue';
}

/** Nothing is said before it is over; whoever was right shares what everybody put in. */
function wonBy(
	{ status, winner }: EmulatedPrediction,
	{ index, used, points }: { readonly index: number; readonly used: number; readonly points: readonly number[] }
): number | null {
	if (status !== 'RESOLVED') return null;
	const pot = points.reduce((sum, one) => sum + one, 0);
	return index === winner ? Math.floor((used * pot) / (points[index] ?? used)) : 0;
}

function sumOf(stakes: readonly Stake[]): number {
	return stakes.reduce((sum, { used }) => sum + used, 0);
}

function toText(epochMs: number): string {
	return new Date(epochMs).toISOString();
}
