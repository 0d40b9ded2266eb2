import type { Poll, PollStatus } from '#lib/model/poll.ts';
import { createPoll, endPoll, requestPolls, type PollDraft } from '#lib/platforms/twitch/helix/polls.ts';
import { systemClock, type Clock } from '#lib/transport/clock.ts';
import type { ControlRoom } from './control-room.svelte.ts';
import { VoteRecord } from './vote-record.svelte.ts';

/** The part of the control room that votes need. */
export type VoteRoom = Pick<ControlRoom, 'helix' | 'broadcasterId' | 'events' | 'gaps'>;

/** The streamer's polls, as they stand. */
export class Polls {
	readonly record: VoteRecord<Poll>;
	readonly #room: VoteRoom;

	constructor(room: VoteRoom, clock: Clock = systemClock) {
		this.#room = room;
		this.record = new VoteRecord({
			request: () => requestPolls(room.helix, room.broadcasterId),
			follows: isLater,
			isRunning: ({ status }) => status === 'active',
			dueAt: ({ endsAt }) => endsAt,
			clock
		});
	}

	/** The one that viewers can vote in. */
	get live(): Poll | undefined {
		return this.record.running;
	}

	/** Follows the channel's polls until the returned function is called. */
	open(): () => void {
		const stops = [
			this.#room.events.on((event) => {
				if (event.type === 'poll' && !event.simulated) this.record.learn(event.poll);
			}),
			this.#room.gaps.on(() => void this.record.refresh())
		];
		const close = this.record.open();
		return () => {
			for (const stop of stops) stop();
			close();
		};
	}

	/** Starts a poll. Throws as the record does. */
	async start(draft: PollDraft): Promise<void> {
		const { helix, broadcasterId } = this.#room;
		await this.record.start(draft.title, () => createPoll(helix, broadcasterId, draft));
	}

	/** Ends the poll that runs: `terminated` leaves its result to be seen, `archived` hides it. */
	async end(status: Extract<PollStatus, 'terminated' | 'archived'>): Promise<void> {
		const { live } = this;
		if (!live) return;
		const { helix, broadcasterId } = this.#room;
		const isDone = () => this.live?.id !== live.id;
		await this.record.act(() => endPoll(helix, broadcasterId, { pollId: live.id, status }), isDone);
	}
}

/** A poll ends once, is archived at most once after that, and gains votes until then. */
function isLater(told: Poll, known: Poll): boolean {
	const step = stepOf(told) - stepOf(known);
	return step === 0 ? votesOf(told) >= votesOf(known) : step > 0;
}

function stepOf({ status }: Poll): number {
	if (status === 'active') return 0;
	return status === 'archived' ? 2 : 1;
}

function votesOf({ choices }: Poll): number {
	return choices.reduce((sum, { votes }) => sum + votes, 0);
}
