import type { Chat } from '../irc/chat.ts';
import type { Room } from '../irc/room.ts';
import type { Notifications } from '../notifications.ts';
import type { Streams } from '../streams.ts';
import { divide, joinedAfter, voteId } from './crowd.ts';

/** What polls work on. */
export interface VoteParts {
	readonly chat: Chat;
	readonly streams: Streams;
	readonly notifications: Notifications;
}

/** A poll as it is asked for. */
export interface PollRequest {
	readonly title: string;
	readonly choices: readonly string[];
	readonly seconds: number;
	/** 0 where no vote can be bought. */
	readonly pointsPerVote: number;
}

/** A poll of a channel; how many have voted follows from how long it runs. */
export interface EmulatedPoll extends PollRequest {
	readonly id: string;
	readonly ordinal: number;
	readonly audience: number;
	readonly status: 'ACTIVE' | 'COMPLETED' | 'TERMINATED' | 'ARCHIVED';
	/** Epoch ms. */
	readonly startedAt: number;
	readonly endedAt?: number;
}

const stepMs = 2_000;
/** Who is there while the channel is not on the air. */
const offlineAudience = 9;
const turnout = 0.6;
const boughtEvery = 4;

/** The polls of the channels: they move as viewers vote and end by themselves, and every step is told. */
export class EmulatedPolls {
	readonly #parts: VoteParts;
	readonly #polls = new WeakMap<Room, readonly EmulatedPoll[]>();

	constructor(parts: VoteParts) {
		this.#parts = parts;
	}

	/** Newest first. */
	list(room: Room): readonly EmulatedPoll[] {
		return this.#polls.get(room) ?? [];
	}

	running(room: Room): EmulatedPoll | undefined {
		return this.list(room).find(({ status }) => status === 'ACTIVE');
	}

	start(room: Room, request: PollRequest): EmulatedPoll {
		const { chat, streams } = this.#parts;
		const known = this.list(room);
		const ordinal = known.length + 1;
		const viewers = streams.find(room.owner)?.viewers ?? offlineAudience;
		const poll: EmulatedPoll = {
			...request,
			id: voteId('poll', room.owner.id, ordinal),
			ordinal,
			audience: Math.ceil(viewers * turnout),
			status: 'ACTIVE',
			startedAt: chat.clock.now()
		};
		this.#polls.set(room, [poll, ...known]);
		this.#tell('begin', room, poll);
		this.#wait(room, poll);
		return poll;
	}

	end(room: Room, poll: EmulatedPoll, status: Exclude<EmulatedPoll['status'], 'ACTIVE'>): EmulatedPoll {
		const ended = { ...poll, status, endedAt: this.#parts.chat.clock.now() };
		this.#polls.set(
			room,
			this.list(room).map((one) => (one.id === poll.id ? ended : one))
		);
		this.#tell('end', room, ended);
		return ended;
	}

	/** The votes of each choice as things stand, those bought included. */
	votes({ choices, audience, ordinal, startedAt, endedAt, pointsPerVote }: EmulatedPoll) {
		const elapsed = (endedAt ?? this.#parts.chat.clock.now()) - startedAt;
		return divide(joinedAfter(elapsed, audience), choices.length, ordinal).map((people) => {
			const bought = pointsPerVote === 0 ? 0 : Math.floor(people / boughtEvery);
			return { votes: people + bought, channel_points_votes: bought };
		});
	}

	#wait(room: Room, poll: EmulatedPoll): void {
		const { clock } = this.#parts.chat;
		const endsAt = poll.startedAt + poll.seconds * 1_000;
		const step = () => {
			if (!this.#isRunning(room, poll)) return;
			if (clock.now() >= endsAt) this.end(room, poll, 'COMPLETED');
			else this.#tell('progress', room, poll);
			this.#wait(room, poll);
		};
		if (this.#isRunning(room, poll)) clock.setTimeout(step, Math.min(stepMs, endsAt - clock.now()));
	}

	/** After a reset the channel has another room. */
	#isRunning(room: Room, poll: EmulatedPoll): boolean {
		return this.#parts.chat.findRoom(room.owner.login) === room && this.running(room)?.id === poll.id;
	}

	/** EventSub has lower-case statuses, voting as objects, and no counts at the beginning. @see https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelpollbegin */
	#tell(phase: 'begin' | 'progress' | 'end', room: Room, poll: EmulatedPoll): void {
		const { id, title, choices, startedAt, endedAt, pointsPerVote, seconds } = poll;
		const votes = phase === 'begin' ? [] : this.votes(poll);
		this.#parts.notifications.tell(`channel.poll.${phase}`, room.owner, {
			id,
			title,
			choices: choices.map((choice, index) => ({
				id: choiceId(poll, room, index),
				title: choice,
				...(phase !== 'begin' && { bits_votes: 0, ...votes[index] })
			})),
			bits_voting: { is_enabled: false, amount_per_vote: 0 },
			channel_points_voting: { is_enabled: pointsPerVote > 0, amount_per_vote: pointsPerVote },
			started_at: new Date(startedAt).toISOString(),
			...(endedAt === undefined
				? { ends_at: new Date(startedAt + seconds * 1_000).toISOString() }
				: { status: poll.status.toLowerCase(), ended_at: new Date(endedAt).toISOString() })
		});
	}
}

/** The id of a poll's choice. */
export function choiceId({ ordinal }: EmulatedPoll, room: Room, index: number): string {
	return voteId('poll', room.owner.id, ordinal, index + 1);
}
