import type { Poll } from '#lib/model/poll.ts';
import type { PhaseEvent } from '#lib/model/stream-event.ts';
import * as v from 'valibot';
import { count, entityId, text, time, type Fields } from './fields.ts';

const choice = v.object({
	id: entityId,
	title: text,
	votes: v.nullish(count, 0),
	channel_points_votes: v.nullish(count, 0)
});
const poll = v.object({
	id: entityId,
	title: text,
	choices: v.array(choice),
	channel_points_voting: v.nullish(v.object({ is_enabled: v.boolean(), amount_per_vote: v.nullish(count, 0) })),
	status: v.optional(
		v.pipe(
			v.string(),
			v.toLowerCase(),
			v.picklist(['active', 'completed', 'terminated', 'archived', 'moderated', 'invalid'])
		),
		'active'
	),
	started_at: time,
	ends_at: v.optional(time),
	ended_at: v.optional(time)
});

/** Reads the events of polls in one phase. @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-poll-begin-event */
export function decodePoll(phase: 'begin' | 'progress' | 'end'): (event: Fields) => PhaseEvent {
	return (event) => ({ type: 'poll', phase, poll: toPoll(v.parse(poll, event)) });
}

function toPoll({ choices, channel_points_voting: voting, ...given }: v.InferOutput<typeof poll>): Poll {
	return {
		id: given.id,
		title: given.title,
		choices: choices.map((one) => ({
			id: one.id,
			title: one.title,
			votes: one.votes,
			channelPointsVotes: one.channel_points_votes
		})),
		status: given.status,
		startedAt: given.started_at,
		endsAt: given.ended_at ?? given.ends_at ?? given.started_at,
		...(voting?.is_enabled && { channelPointsPerVote: voting.amount_per_vote })
	};
}
