import type { HypeTrainContribution } from '#lib/model/hype-train.ts';
import type { PhaseEvent } from '#lib/model/stream-event.ts';
import * as v from 'valibot';
import { count, entityId, readFields, readPerson, time, type Fields } from './fields.ts';

const contribution = v.object({
	type: v.fallback(v.picklist(['bits', 'subscription', 'other']), 'other'),
	total: count
});
const train = v.object({
	id: entityId,
	level: count,
	total: count,
	progress: v.nullish(count, 0),
	goal: v.nullish(count, 0),
	top_contributions: v.nullish(v.array(v.unknown()), []),
	started_at: time,
	expires_at: v.optional(time),
	ended_at: v.optional(time)
});

/** Reads the events of Hype Trains in one phase. @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#hype-train-begin-event */
export function decodeHypeTrain(phase: 'begin' | 'progress' | 'end'): (event: Fields) => PhaseEvent {
	return (event) => {
		const given = v.parse(train, event);
		return {
			type: 'hype-train',
			phase,
			train: {
				id: given.id,
				level: given.level,
				total: given.total,
				progress: given.progress,
				goal: given.goal,
				topContributions: given.top_contributions.map(toContribution),
				startedAt: given.started_at,
				...(given.expires_at !== undefined && { expiresAt: given.expires_at }),
				...(given.ended_at !== undefined && { endedAt: given.ended_at })
			}
		};
	};
}

function toContribution(given: unknown): HypeTrainContribution {
	const { type: kind, total } = v.parse(contribution, given);
	return { person: readPerson(readFields(given)), kind, total };
}
