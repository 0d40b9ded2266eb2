import { m } from '#lib/paraglide/messages.js';
import type { RefusalWords } from '#lib/ui/actions/action-failure.ts';

/** What a poll and a prediction are called. */
export interface FormWords {
	readonly options: string;
	readonly option: (number: number) => string;
	readonly addOption: string;
	readonly duration: string;
	readonly start: string;
	/** Why another cannot be started just now; empty where nothing runs. */
	readonly running: string;
}

/** Sentences for refusals that polls and predictions share. */
export const voteWords: RefusalWords = { status_403: m.vote_not_affiliate, not_done: m.vote_not_done };
