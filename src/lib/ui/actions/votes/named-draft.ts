import type { VoteDraft } from '#lib/state/vote-draft.ts';

/** A draft that comes with the program, under a name. */
export interface NamedDraft {
	readonly name: string;
	readonly draft: VoteDraft;
}
