import { helixError } from '../answers.ts';
import type { Room } from '../irc/room.ts';
import { choiceId, EmulatedPolls, type EmulatedPoll, type PollRequest } from '../votes/polls.ts';
import type { ChannelParts } from './channel-call.ts';
import type { HelixEndpoint } from './endpoint.ts';
import { isTitle, isWithin, readTitles } from './vote-call.ts';
import { voteEndpoints, type VoteBody } from './vote-endpoints.ts';

/** Polls: one at a time, of affiliates and partners. @see https://dev.twitch.tv/docs/api/reference/#create-poll */
export function pollEndpoints(parts: ChannelParts): readonly HelixEndpoint[] {
	const polls = new EmulatedPolls(parts);
	return voteEndpoints(parts, {
		kind: 'polls',
		most: 20,
		running: 'The broadcaster already has an active poll.',
		votes: polls,
		read: readRequest,
		change: (body, room) => endPoll(body, room, polls),
		format: (poll, room) => formatPoll(poll, room, polls)
	});
}

function readRequest(body: VoteBody): PollRequest | string {
	const { title, choices: wanted, duration, channel_points_voting_enabled: buyable = false } = body;
	const { channel_points_per_vote: price = 0 } = body;
	const choices = readTitles(wanted, { fewest: 2, most: 5, longest: 25 });
	if (!isTitle(title, 60)) return 'The value in title is not valid.';
	if (!choices) return 'The values in choices are not valid.';
	if (!isWithin(duration, 15, 1_800)) return 'The value in duration is not valid.';
	if (buyable === false) return { title, choices, seconds: duration, pointsPerVote: 0 };
	if (!isWithin(price, 1, 1_000_000)) return 'The value in channel_points_per_vote is not valid.';
	return { title, choices, seconds: duration, pointsPerVote: price };
}

function endPoll({ id: pollId, status }: VoteBody, room: Room, polls: EmulatedPolls): EmulatedPoll | Response {
	if (status !== 'TERMINATED' && status !== 'ARCHIVED') return helixError(400, 'The value in status is not valid.');
	const poll = polls.list(room).find(({ id }) => id === pollId);
	if (!poll) return helixError(400, 'The ID in id was not found.');
	if (poll.status !== 'ACTIVE') return helixError(400, 'The poll must be active to terminate or archive it.');
	return polls.end(room, poll, status);
}

function formatPoll(poll: EmulatedPoll, room: Room, polls: EmulatedPolls) {
	const { owner } = room;
	const votes = polls.votes(poll);
	return {
		id: poll.id,
		broadcaster_id: owner.id,
		broadcaster_name: owner.displayName,
		broadcaster_login: owner.login,
		title: poll.title,
		choices: poll.choices.map((title, index) => ({
			id: choiceId(poll, room, index),
			title,
			bits_votes: 0,
			...votes[index]
		})),
		bits_voting_enabled: false,
		bits_per_vote: 0,
		channel_points_voting_enabled: poll.pointsPerVote > 0,
		channel_points_per_vote: poll.pointsPerVote,
		status: poll.status,
		duration: poll.seconds,
		started_at: new Date(poll.startedAt).toISOString(),
		ended_at: poll.endedAt === undefined ? null : new Date(poll.endedAt).toISOString()
	};
}
