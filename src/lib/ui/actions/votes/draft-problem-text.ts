import { m } from '#lib/paraglide/messages.js';
import type { DraftProblem, VoteRules } from '#lib/state/vote-draft.ts';
import { numberText } from './number-text.ts';

/** What has to be done before a draft can be started. */
export function draftProblemText(problem: DraftProblem, rules: VoteRules): string {
	switch (problem) {
		case 'no-title':
			return m.vote_problem_no_title();
		case 'long-title':
			return m.vote_problem_long_title({ most: rules.longestTitle });
		case 'few-options':
			return m.vote_problem_few_options();
		case 'long-option':
			return m.vote_problem_long_option({ most: rules.longestOption });
		case 'same-options':
			return m.vote_problem_same_options();
		case 'seconds':
			return m.vote_problem_seconds({ least: rules.shortestSeconds });
		case 'points':
			return m.vote_problem_points({ most: numberText(rules.mostPointsPerVote ?? 0) });
		default:
			return problem satisfies never;
	}
}
