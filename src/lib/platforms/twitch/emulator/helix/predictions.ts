import { helixError, jsonAnswer } from '../answers.ts';
import type { Room } from '../irc/room.ts';
import {
	colorOf,
	EmulatedPredictions,
	outcomeId,
	type EmulatedPrediction,
	type PredictionRequest,
	type PredictionStep
} from '../votes/predictions.ts';
import { readBody, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';
import { isTitle, isWithin, readTitles, readVoteChange, readVoteList, toVotePage } from './vote-call.ts';

const scope = 'channel:manage:predictions';
const path = '/predictions';

/** Predictions: one at a time, of affiliates and partners. @see https://dev.twitch.tv/docs/api/reference/#create-prediction */
export function predictionEndpoints(parts: ChannelParts): readonly HelixEndpoint[] {
	const predictions = new EmulatedPredictions(parts);
	return [
		{ method: 'GET', path, answer: (call) => answerList(call, parts, predictions) },
		{ method: 'POST', path, answer: (call) => answerStart(call, parts, predictions) },
		{ method: 'PATCH', path, answer: (call) => answerChange(call, parts, predictions) }
	];
}

function answerList(call: HelixCall, parts: ChannelParts, predictions: EmulatedPredictions): Response {
	const checked = readVoteList(call, parts, { scope: 'predictions', most: 25 });
	if (checked instanceof Response) return checked;
	const { room } = checked;
	const { page, pagination } = toVotePage(predictions.list(room), checked);
	return jsonAnswer({ data: page.map((one) => formatPrediction(one, room, predictions)), pagination });
}

async function answerStart(call: HelixCall, parts: ChannelParts, predictions: EmulatedPredictions): Promise<Response> {
	const body = await readBody(call.request);
	const checked = readVoteChange(call, parts, { scope, body });
	if (checked instanceof Response) return checked;
	const request = readRequest(body);
	if (typeof request === 'string') return helixError(400, request);
	const { room } = checked;
	if (predictions.running(room)) return helixError(400, 'The broadcaster already has an active prediction.');
	return jsonAnswer({ data: [formatPrediction(predictions.start(room, request), room, predictions)] });
}

function readRequest(body: Readonly<Record<string, unknown>>): PredictionRequest | string {
	const { title, outcomes: wanted, prediction_window: seconds } = body;
	const outcomes = readTitles(wanted, { fewest: 2, most: 10, longest: 25 });
	if (!isTitle(title, 45)) return 'The value in title is not valid.';
	if (!outcomes) return 'The values in outcomes are not valid.';
	if (!isWithin(seconds, 30, 1_800)) return 'The value in prediction_window is not valid.';
	return { title, outcomes, seconds };
}

async function answerChange(call: HelixCall, parts: ChannelParts, predictions: EmulatedPredictions): Promise<Response> {
	const body = await readBody(call.request);
	const checked = readVoteChange(call, parts, { scope, body });
	if (checked instanceof Response) return checked;
	const { room } = checked;
	const prediction = predictions.list(room).find(({ id }) => id === body['id']);
	if (!prediction) return helixError(404, 'The prediction in id was not found.');
	const step = readStep(body, prediction, room);
	if (typeof step === 'string') return helixError(400, step);
	return jsonAnswer({ data: [formatPrediction(predictions.change(room, prediction, step), room, predictions)] });
}

/** What is open may lock; what is open or locked may be paid out or given back. */
function readStep(
	body: Readonly<Record<string, unknown>>,
	prediction: EmulatedPrediction,
	room: Room
): PredictionStep | string {
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
