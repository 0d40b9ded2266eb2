import type { PhaseEvent } from '#lib/model/stream-event.ts';
import * as v from 'valibot';
import { goalKind } from '#lib/platforms/twitch/goal-kind.ts';
import { count, entityId, optionalText, time, type Fields } from './fields.ts';

const goal = v.object({
	id: entityId,
	// Helix says `follower` where EventSub says `follow`.
	type: v.pipe(
		v.string(),
		v.transform((type) => (type === 'follow' ? 'follower' : type)),
		goalKind
	),
	description: optionalText,
	current_amount: count,
	target_amount: count,
	started_at: time,
	ended_at: v.optional(time)
});

/** Reads the events of goals in one phase. @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#goals-event */
export function decodeGoal(phase: 'begin' | 'progress' | 'end'): (event: Fields) => PhaseEvent {
	return (event) => {
		const given = v.parse(goal, event);
		return {
			type: 'goal',
			phase,
			goal: {
				id: given.id,
				kind: given.type,
				description: given.description,
				current: given.current_amount,
				target: given.target_amount,
				startedAt: given.started_at,
				...(given.ended_at !== undefined && { endedAt: given.ended_at })
			}
		};
	};
}
