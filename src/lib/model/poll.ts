/** Where a poll stands, as Helix names it in lower case. */
export type PollStatus = 'active' | 'completed' | 'terminated' | 'archived' | 'moderated' | 'invalid';

/** One answer of a poll. */
export interface PollChoice {
	readonly id: string;
	readonly title: string;
	/** All votes, those paid with channel points included. */
	readonly votes: number;
	readonly channelPointsVotes: number;
}

/** A poll of a channel. */
export interface Poll {
	readonly id: string;
	readonly title: string;
	readonly choices: readonly PollChoice[];
	readonly status: PollStatus;
	/** Epoch ms. */
	readonly startedAt: number;
	/** Epoch ms at which it ends, or ended. */
	readonly endsAt: number;
	/** What a further vote costs; absent where none can be bought. */
	readonly channelPointsPerVote?: number;
}
