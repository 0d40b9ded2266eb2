import { helixError, jsonAnswer } from '../answers.ts';
import type { Room } from '../irc/room.ts';
import { readBody, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';
import { readVoteChange, readVoteList, toVotePage } from './vote-call.ts';

/** The fields of a body, as they came. */
export type VoteBody = Readonly<Record<string, unknown>>;

/** What sets polls and predictions apart. */
export interface VoteEndpoints<Vote extends { readonly id: string }, Request> {
	/** Their path, and the end of their scopes. */
	readonly kind: 'polls' | 'predictions';
	/** How many a page may have. */
	readonly most: number;
	/** What Twitch says where one runs already. */
	readonly running: string;
	readonly votes: {
		list(room: Room): readonly Vote[];
		running(room: Room): Vote | undefined;
		start(room: Room, request: Request): Vote;
	};
	/** What is to be started, or why not. */
	readonly read: (body: VoteBody) => Request | string;
	/** Ends one, or moves it on. */
	readonly change: (body: VoteBody, room: Room) => Vote | Response;
	readonly format: (vote: Vote, room: Room) => object;
}

/** The calls that list, start and change votes, for affiliates and partners: one vote of a kind at a time. */
export function voteEndpoints<Vote extends { readonly id: string }, Request extends object>(
	parts: ChannelParts,
	{ kind, most, running, votes, read, change, format }: VoteEndpoints<Vote, Request>
): readonly HelixEndpoint[] {
	const path = `/${kind}`;
	const scope = `channel:manage:${kind}`;

	function answerList(call: HelixCall): Response {
		const checked = readVoteList(call, parts, { scope: kind, most });
		if (checked instanceof Response) return checked;
		const { page, pagination } = toVotePage(votes.list(checked.room), checked);
		return jsonAnswer({ data: page.map((vote) => format(vote, checked.room)), pagination });
	}

	async function answerBody(call: HelixCall, act: (body: VoteBody, room: Room) => Vote | Response) {
		const body = await readBody(call.request);
		const checked = readVoteChange(call, parts, { scope, body });
		if (checked instanceof Response) return checked;
		const done = act(body, checked.room);
		return done instanceof Response ? done : jsonAnswer({ data: [format(done, checked.room)] });
	}

	function start(body: VoteBody, room: Room): Vote | Response {
		const request = read(body);
		if (typeof request === 'string') return helixError(400, request);
		return votes.running(room) ? helixError(400, running) : votes.start(room, request);
	}

	return [
		{ method: 'GET', path, answer: answerList },
		{ method: 'POST', path, answer: (call) => answerBody(call, start) },
		{ method: 'PATCH', path, answer: (call) => answerBody(call, change) }
	];
}
