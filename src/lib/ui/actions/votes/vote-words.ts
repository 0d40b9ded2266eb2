import { m } from '#lib/paraglide/messages.js';
import type { RefusalWords } from '#lib/ui/actions/action-failure.ts';

/** Sentences for refusals that polls and predictions share. */
export const voteWords: RefusalWords = { status_403: m.vote_not_affiliate, not_done: m.vote_not_done };
