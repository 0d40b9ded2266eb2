import type { Prediction, Predictor } from '#lib/model/prediction.ts';
import * as v from 'valibot';
import { count, moment, words } from './answer-fields.ts';
import { parseAnswer } from './parse-answer.ts';
import { personEntry, toPerson } from './person-entry.ts';
import { requestPage } from './request-pages.ts';
import { requestHelix, type Helix } from './request.ts';

/** What a prediction may have. @see https://dev.twitch.tv/docs/api/reference/#create-prediction */
export const predictionLimits = {
	longestTitle: 45,
	longestOption: 25,
	fewestOptions: 2,
	mostOptions: 10,
	shortestSeconds: 30,
	longestSeconds: 1_800
} as const;

/** Twitch cancels a prediction and gives everything back when it was locked for so long. @see https://dev.twitch.tv/docs/api/reference/#end-prediction */
export const lockedAtMostMs = 24 * 60 * 60 * 1_000;

/** A prediction to be started. */
export interface PredictionDraft {
	readonly title: string;
	readonly outcomes: readonly string[];
	/** How long viewers can join. */
	readonly seconds: number;
}

/** What becomes of a prediction. */
export type PredictionChange =
	{ readonly status: 'locked' | 'canceled' } | { readonly status: 'resolved'; readonly winningOutcomeId: string };

const scope = 'channel:manage:predictions';
const mostListed = 20;

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));

const predictorEntry = v.object({
	...personEntry.entries,
	channel_points_used: count,
	channel_points_won: v.nullish(count)
});
const outcomeEntry = v.object({
	id,
	title: words,
	users: count,
	channel_points: count,
	top_predictors: v.nullish(v.pipe(v.array(predictorEntry), v.maxLength(100))),
	color: v.pipe(v.string(), v.toLowerCase(), v.fallback(v.picklist(['blue', 'pink']), 'blue'))
});
const predictionEntry = v.object({
	id,
	title: words,
	winning_outcome_id: v.nullish(v.string()),
	outcomes: v.pipe(v.array(outcomeEntry), v.maxLength(50)),
	prediction_window: count,
	status: v.pipe(v.string(), v.toLowerCase(), v.picklist(['active', 'locked', 'resolved', 'canceled'])),
	created_at: moment,
	ended_at: v.nullish(moment),
	locked_at: v.nullish(moment)
});
const predictionAnswer = v.object({ data: v.tuple([predictionEntry]) });

/** The channel's latest predictions, newest first. @see https://dev.twitch.tv/docs/api/reference/#get-predictions */
export async function requestPredictions(helix: Helix, broadcasterId: string): Promise<readonly Prediction[]> {
	const query = { broadcaster_id: broadcasterId, first: String(mostListed) };
	return (await requestPage(helix, { path: '/predictions', scope, query }, predictionEntry)).items.map(toPrediction);
}

/** Starts a prediction. @see https://dev.twitch.tv/docs/api/reference/#create-prediction */
export async function createPrediction(
	helix: Helix,
	broadcasterId: string,
	{ title, outcomes, seconds }: PredictionDraft
): Promise<Prediction> {
	const body = {
		broadcaster_id: broadcasterId,
		title,
		outcomes: outcomes.map((outcome) => ({ title: outcome })),
		prediction_window: seconds
	};
	return readPrediction(await requestHelix(helix, { method: 'POST', path: '/predictions', scope, body }));
}

/** Locks a prediction, pays it out, or cancels it and gives everything back. @see https://dev.twitch.tv/docs/api/reference/#end-prediction */
export async function changePrediction(
	helix: Helix,
	broadcasterId: string,
	{ predictionId, change }: { readonly predictionId: string; readonly change: PredictionChange }
): Promise<Prediction> {
	const body = {
		broadcaster_id: broadcasterId,
		id: predictionId,
		status: change.status.toUpperCase(),
		...(change.status === 'resolved' && { winning_outcome_id: change.winningOutcomeId })
	};
	return readPrediction(await requestHelix(helix, { method: 'PATCH', path: '/predictions', scope, body }));
}

function readPrediction(body: unknown): Prediction {
	return toPrediction(parseAnswer(predictionAnswer, body, 'Twitch did not say how the prediction stands.').data[0]);
}

function toPrediction(prediction: v.InferOutput<typeof predictionEntry>): Prediction {
	const { winning_outcome_id: winningOutcomeId, created_at: startedAt, ended_at: endedAt } = prediction;
	return {
		id: prediction.id,
		title: prediction.title,
		outcomes: prediction.outcomes.map(({ channel_points: channelPoints, top_predictors: predictors, ...outcome }) => ({
			...outcome,
			channelPoints,
			topPredictors: (predictors ?? []).map(toPredictor)
		})),
		status: prediction.status,
		...(winningOutcomeId && { winningOutcomeId }),
		startedAt,
		locksAt: prediction.locked_at ?? startedAt + prediction.prediction_window * 1_000,
		...(typeof endedAt === 'number' && { endedAt })
	};
}

function toPredictor(predictor: v.InferOutput<typeof predictorEntry>): Predictor {
	const { channel_points_won: channelPointsWon } = predictor;
	return {
		person: toPerson(predictor),
		channelPointsUsed: predictor.channel_points_used,
		...(typeof channelPointsWon === 'number' && { channelPointsWon })
	};
}
