import type { Person } from './person.ts';

/** Where a prediction stands, as Helix names it in lower case. */
export type PredictionStatus = 'active' | 'locked' | 'resolved' | 'canceled';

/** Someone who bet much on an outcome. */
export interface Predictor {
	readonly person: Person;
	readonly channelPointsUsed: number;
	/** Absent until the prediction is resolved. */
	readonly channelPointsWon?: number;
}

/** What may come true. */
export interface PredictionOutcome {
	readonly id: string;
	readonly title: string;
	readonly color: 'blue' | 'pink';
	readonly users: number;
	readonly channelPoints: number;
	readonly topPredictors: readonly Predictor[];
}

/** A prediction of a channel. */
export interface Prediction {
	readonly id: string;
	readonly title: string;
	readonly outcomes: readonly PredictionOutcome[];
	readonly status: PredictionStatus;
	/** Once it is resolved. */
	readonly winningOutcomeId?: string;
	/** Epoch ms. */
	readonly startedAt: number;
	/** Epoch ms at which nobody can join any more. */
	readonly locksAt: number;
	/** Epoch ms; absent while it is open or locked. */
	readonly endedAt?: number;
}
