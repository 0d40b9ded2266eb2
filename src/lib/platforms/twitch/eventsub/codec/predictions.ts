import type { Prediction, PredictionOutcome, PredictionStatus } from '#lib/model/prediction.ts';
import type { PhaseEvent } from '#lib/model/stream-event.ts';
import * as v from 'valibot';
import { count, entityId, readFields, readPerson, text, time, type Fields } from './fields.ts';

type PredictionPhase = Extract<PhaseEvent, { type: 'prediction' }>['phase'];

const outcome = v.object({
	id: entityId,
	title: text,
	color: v.pipe(v.string(), v.toLowerCase(), v.picklist(['blue', 'pink'])),
	users: v.nullish(count, 0),
	channel_points: v.nullish(count, 0),
	top_predictors: v.nullish(v.array(v.unknown()), [])
});
const points = v.object({ channel_points_used: count, channel_points_won: v.nullish(count) });
const prediction = v.object({
	id: entityId,
	title: text,
	outcomes: v.array(outcome),
	status: v.optional(v.pipe(v.string(), v.toLowerCase(), v.picklist(['resolved', 'canceled']))),
	winning_outcome_id: v.nullish(v.string(), ''),
	started_at: time,
	locks_at: v.optional(time),
	locked_at: v.optional(time),
	ended_at: v.optional(time)
});

/** Reads the events of predictions in one phase. @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-prediction-begin-event */
export function decodePrediction(phase: PredictionPhase): (event: Fields) => PhaseEvent {
	return (event) => ({ type: 'prediction', phase, prediction: toPrediction(v.parse(prediction, event), phase) });
}

function toPrediction(given: v.InferOutput<typeof prediction>, phase: PredictionPhase): Prediction {
	return {
		id: given.id,
		title: given.title,
		outcomes: given.outcomes.map(toOutcome),
		status: given.status ?? statusIn(phase),
		...(given.winning_outcome_id && { winningOutcomeId: given.winning_outcome_id }),
		startedAt: given.started_at,
		locksAt: given.locked_at ?? given.locks_at ?? given.ended_at ?? given.started_at,
		...(given.ended_at !== undefined && { endedAt: given.ended_at })
	};
}

function statusIn(phase: PredictionPhase): PredictionStatus {
	if (phase === 'lock') return 'locked';
	return phase === 'end' ? 'resolved' : 'active';
}

function toOutcome({
	channel_points: channelPoints,
	top_predictors: top,
	...rest
}: v.InferOutput<typeof outcome>): PredictionOutcome {
	const topPredictors = top.map((one) => {
		const { channel_points_used: used, channel_points_won: won } = v.parse(points, one);
		const person = readPerson(readFields(one));
		return { person, channelPointsUsed: used, ...(typeof won === 'number' && { channelPointsWon: won }) };
	});
	return { ...rest, channelPoints, topPredictors };
}
