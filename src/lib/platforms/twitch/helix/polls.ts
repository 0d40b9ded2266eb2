import type { Poll, PollStatus } from '#lib/model/poll.ts';
import * as v from 'valibot';
import { count, moment, words } from './answer-fields.ts';
import { parseAnswer } from './parse-answer.ts';
import { requestPage } from './request-pages.ts';
import { requestHelix, type Helix } from './request.ts';

/** What a poll may have. @see https://dev.twitch.tv/docs/api/reference/#create-poll */
export const pollLimits = {
	longestTitle: 60,
	longestOption: 25,
	fewestOptions: 2,
	mostOptions: 5,
	shortestSeconds: 15,
	longestSeconds: 1_800,
	mostPointsPerVote: 1_000_000
} as const;

/** A poll to be started. */
export interface PollDraft {
	readonly title: string;
	readonly choices: readonly string[];
	readonly seconds: number;
	/** What a further vote costs in channel points; absent where none can be bought. */
	readonly channelPointsPerVote?: number;
}

const scope = 'channel:manage:polls';
const mostListed = 20;

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const statuses = ['active', 'completed', 'terminated', 'archived', 'moderated', 'invalid'] as const;

const pollEntry = v.object({
	id,
	title: words,
	choices: v.pipe(v.array(v.object({ id, title: words, votes: count, channel_points_votes: count })), v.maxLength(50)),
	channel_points_voting_enabled: v.boolean(),
	channel_points_per_vote: count,
	status: v.pipe(v.string(), v.toLowerCase(), v.fallback(v.picklist(statuses), 'invalid')),
	duration: count,
	started_at: moment,
	ended_at: v.nullish(moment)
});
const pollAnswer = v.object({ data: v.tuple([pollEntry]) });

/** The channel's latest polls, newest first. @see https://dev.twitch.tv/docs/api/reference/#get-polls */
export async function requestPolls(helix: Helix, broadcasterId: string): Promise<readonly Poll[]> {
	const query = { broadcaster_id: broadcasterId, first: String(mostListed) };
	return (await requestPage(helix, { path: '/polls', scope, query }, pollEntry)).items.map(toPoll);
}

/** Starts a poll. @see https://dev.twitch.tv/docs/api/reference/#create-poll */
export async function createPoll(helix: Helix, broadcasterId: string, draft: PollDraft): Promise<Poll> {
	const { title, choices, seconds, channelPointsPerVote } = draft;
	const body = {
		broadcaster_id: broadcasterId,
		title,
		choices: choices.map((choice) => ({ title: choice })),
		duration: seconds,
		...(channelPointsPerVote !== undefined && {
			channel_points_voting_enabled: true,
			channel_points_per_vote: channelPointsPerVote
		})
	};
	return readPoll(await requestHelix(helix, { method: 'POST', path: '/polls', scope, body }));
}

/** Ends a poll before its time: `terminated` leaves its result to be seen, `archived` hides it. @see https://dev.twitch.tv/docs/api/reference/#end-poll */
export async function endPoll(
	helix: Helix,
	broadcasterId: string,
	{ pollId, status }: { readonly pollId: string; readonly status: Extract<PollStatus, 'terminated' | 'archived'> }
): Promise<Poll> {
	const body = { broadcaster_id: broadcasterId, id: pollId, status: status.toUpperCase() };
	return readPoll(await requestHelix(helix, { method: 'PATCH', path: '/polls', scope, body }));
}

function readPoll(body: unknown): Poll {
	return toPoll(parseAnswer(pollAnswer, body, 'Twitch did not say how the poll stands.').data[0]);
}

function toPoll(poll: v.InferOutput<typeof pollEntry>): Poll {
	const { channel_points_voting_enabled: buyable, channel_points_per_vote: channelPointsPerVote } = poll;
	return {
		id: poll.id,
		title: poll.title,
		choices: poll.choices.map(({ channel_points_votes: channelPointsVotes, ...choice }) => ({
			...choice,
			channelPointsVotes
		})),
		status: poll.status,
		startedAt: poll.started_at,
		endsAt: poll.ended_at ?? poll.started_at + poll.duration * 1_000,
		...(buyable && { channelPointsPerVote })
	};
}
