import * as v from 'valibot';

/** What a kind of vote may have. */
export interface VoteRules {
	readonly longestTitle: number;
	readonly longestOption: number;
	readonly fewestOptions: number;
	readonly mostOptions: number;
	readonly shortestSeconds: number;
	readonly longestSeconds: number;
	/** Absent where no further vote can be bought. */
	readonly mostPointsPerVote?: number;
}

/** A poll or prediction while it is written; what is typed may yet be wrong. */
export const voteDraftSchema = v.object({
	title: v.pipe(v.string(), v.maxLength(200)),
	options: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(10), v.readonly()),
	seconds: v.pipe(v.number(), v.minValue(0), v.maxValue(100_000)),
	/** What a further vote costs in channel points; 0 where none can be bought. */
	pointsPerVote: v.pipe(v.number(), v.minValue(0), v.maxValue(100_000_000))
});

/** A poll or prediction while it is written. */
export type VoteDraft = Readonly<v.InferOutput<typeof voteDraftSchema>>;

/** What keeps a draft from being started. */
export type DraftProblem =
	'no-title' | 'long-title' | 'few-options' | 'long-option' | 'same-options' | 'seconds' | 'points';

/** A draft with nothing in it. */
export const emptyDraft: VoteDraft = { title: '', options: ['', ''], seconds: 120, pointsPerVote: 0 };

/** The draft as it is sent: trimmed, and without the options that were left empty. */
export function toFinished(draft: VoteDraft): VoteDraft {
	const options = draft.options.map((option) => option.trim()).filter((option) => option !== '');
	return { ...draft, title: draft.title.trim(), options };
}

/** The first thing that keeps a draft from being started, from top to bottom. */
export function draftProblem(draft: VoteDraft, rules: VoteRules): DraftProblem | undefined {
	const { title, options, seconds, pointsPerVote } = toFinished(draft);
	const checks: readonly (readonly [DraftProblem, boolean])[] = [
		['no-title', title === ''],
		['long-title', title.length > rules.longestTitle],
		['few-options', options.length < rules.fewestOptions],
		['long-option', options.some((option) => option.length > rules.longestOption)],
		['same-options', new Set(options.map((option) => option.toLowerCase())).size < options.length],
		['seconds', !isWhole(seconds, rules.shortestSeconds, rules.longestSeconds)],
		['points', !isWhole(pointsPerVote, 0, rules.mostPointsPerVote ?? 0)]
	];
	return checks.find(([, wrong]) => wrong)?.[0];
}

/** Whether two drafts would start the same. */
export function isSameDraft(a: VoteDraft, b: VoteDraft): boolean {
	return formatDraft(a) === formatDraft(b);
}

function formatDraft(draft: VoteDraft): string {
	const { title, options, seconds, pointsPerVote } = toFinished(draft);
	return JSON.stringify([title, options, seconds, pointsPerVote]);
}

function isWhole(value: number, least: number, most: number): boolean {
	return Number.isInteger(value) && value >= least && value <= most;
}
