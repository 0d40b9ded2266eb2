import { helixError, jsonAnswer } from '../answers.ts';
import type { Room } from '../irc/room.ts';
import { choiceId, EmulatedPolls, type EmulatedPoll, type PollRequest } from '../votes/polls.ts';
import { readBody, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';
import { isTitle, isWithin, readTitles, readVoteChange, readVoteList, toVotePage } from './vote-call.ts';

const scope = 'channel:manage:polls';
const path = '/polls';

/** Polls: one at a time, of affiliates and partners. @see https://dev.twitch.tv/docs/api/reference/#create-poll */
export function pollEndpoints(parts: ChannelParts): readonly HelixEndpoint[] {
	const polls = new EmulatedPolls(parts);
	return [
		{ method: 'GET', path, answer: (call) => answerList(call, parts, polls) },
		{ method: 'POST', path, answer: (call) => answerStart(call, parts, polls) },
		{ method: 'PATCH', path, answer: (call) => answerEnd(call, parts, polls) }
	];
}

function answerList(call: HelixCall, parts: ChannelParts, polls: EmulatedPolls): Response {
	const checked = readVoteList(call, parts, { scope: 'polls', most: 20 });
	if (checked instanceof Response) return checked;
	const { room } = checked;
	const { page, pagination } = toVotePage(polls.list(room), checked);
	return jsonAnswer({ data: page.map((poll) => formatPoll(poll, room, polls)), pagination });
}

async function answerStart(call: HelixCall, parts: ChannelParts, polls: EmulatedPolls): Promise<Response> {
	const body = await readBody(call.request);
	const checked = readVoteChange(call, parts, { scope, body });
	if (checked instanceof Response) return checked;
	const request = readRequest(body);
	if (typeof request === 'string') return helixError(400, request);
	const { room } = checked;
	if (polls.running(room)) return helixError(400, 'The broadcaster already has an active poll.');
	return jsonAnswer({ data: [formatPoll(polls.start(room, request), room, polls)] });
}

function readRequest(body: Readonly<Record<string, unknown>>): PollRequest | string {
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

async function answerEnd(call: HelixCall, parts: ChannelParts, polls: EmulatedPolls): Promise<Response> {
	const body = await readBody(call.request);
	const checked = readVoteChange(call, parts, { scope, body });
	if (checked instanceof Response) return checked;
	const { status } = body;
	if (status !== 'TERMINATED' && status !== 'ARCHIVED') return helixError(400, 'The value in status is not valid.');
	const { room } = checked;
	const poll = polls.list(room).find(({ id }) => id === body['id']);
	if (!poll) return helixError(400, 'The ID in id was not found.');
	if (poll.status !== 'ACTIVE') return helixError(400, 'The poll must be active to terminate or archive it.');
	return jsonAnswer({ data: [formatPoll(polls.end(room, poll, status), room, polls)] });
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
