import { helixError } from '../answers.ts';
import type { Room } from '../irc/room.ts';
import {
	colorOf,
	EmulatedPredictions,
	outcomeId,
	type EmulatedPrediction,
	type PredictionRequest,
	type PredictionStep
} from '../votes/predictions.ts';
import type { ChannelParts } from './channel-call.ts';
import type { HelixEndpoint } from './endpoint.ts';
import { isTitle, isWithin, readTitles } from './vote-call.ts';
import { voteEndpoints, type VoteBody } from './vote-endpoints.ts';

/** Predictions: one at a time, of affiliates and partners. @see https://dev.twitch.tv/docs/api/reference/#create-prediction */
export function predictionEndpoints(parts: ChannelParts): readonly HelixEndpoint[] {
	const predictions = new EmulatedPredictions(parts);
	return voteEndpoints(parts, {
		kind: 'predictions',
		most: 25,
		running: 'The broadcaster already has an active prediction.',
		votes: predictions,
		read: readRequest,
		change: (body, room) => changePrediction(body, room, predictions),
		format: (prediction, room) => formatPrediction(prediction, room, predictions)
	});
}

function readRequest(body: VoteBody): PredictionRequest | string {
	const { title, outcomes: wanted, prediction_window: seconds } = body;
	const outcomes = readTitles(wanted, { fewest: 2, most: 10, longest: 25 });
	if (!isTitle(title, 45)) return 'The value in title is not valid.';
	if (!outcomes) return 'The values in outcomes are not valid.';
	if (!isWithin(seconds, 30, 1_800)) return 'The value in prediction_window is not valid.';
	return { title, outcomes, seconds };
}

function changePrediction(body: VoteBody, room: Room, predictions: EmulatedPredictions): EmulatedPrediction | Response {
	const prediction = predictions.list(room).find(({ id }) => id === body['id']);
	if (!prediction) return helixError(404, 'The prediction in id was not found.');
	const step = readStep(body, prediction, room);
	return typeof step === 'string' ? helixError(400, step) : predictions.change(room, prediction, step);
}

/** What is open may lock; what is open or locked may be paid out or given back. */
function readStep(body: VoteBody, prediction: EmulatedPrediction, room: Room): PredictionStep | string {
	const { status, winning_outcome_id: winnerId } = body;
	if (status !== 'LOCKED' && status !== 'CANCELED' && status !== 'RESOLVED') return 'The value in status is not valid.';
	if (prediction.endedAt !== undefined) return 'The prediction has ended already.';
	if (status === 'LOCKED')
		return prediction.status === 'ACTIVE' ? { status } : 'The prediction must be active to lock it.';
	if (status === 'CANCELED') return { status };
	const winner = prediction.outcomes.findIndex((_, index) => outcomeId(prediction, room, index) === winnerId);
	return winner < 0 ? 'The ID in winning_outcome_id was not found.' : { status, winner };
}

function formatPrediction(prediction: EmulatedPrediction, room: Room, predictions: EmulatedPredictions) {
	const { owner } = room;
	const { winner, lockedAt, endedAt } = prediction;
	return {
		id: prediction.id,
		broadcaster_id: owner.id,
		broadcaster_name: owner.displayName,
		broadcaster_login: owner.login,
		title: prediction.title,
		winning_outcome_id: winner === undefined ? null : outcomeId(prediction, room, winner),
		outcomes: predictions.outcomes(prediction, room).map(({ top_predictors: predictors, ...outcome }, index) => ({
			...outcome,
			top_predictors: predictors.length === 0 ? null : predictors,
			color: colorOf(prediction, index).toUpperCase()
		})),
		prediction_window: prediction.seconds,
		status: prediction.status,
		created_at: new Date(prediction.startedAt).toISOString(),
		ended_at: endedAt === undefined ? null : new Date(endedAt).toISOString(),
		locked_at: lockedAt === undefined ? null : new Date(lockedAt).toISOString()
	};
}
