import { m } from '#lib/paraglide/messages.js';
import type { NamedDraft } from '#lib/ui/actions/votes/named-draft.ts';

const usualSeconds = 120;

/** Predictions that any streamer can start as they are. */
export function predictionTemplates(): readonly NamedDraft[] {
	return [
		template(m.prediction_template_win(), m.prediction_template_win_title(), [m.vote_yes(), m.vote_no()]),
		template(m.prediction_template_first(), m.prediction_template_first_title(), [m.vote_yes(), m.vote_no()]),
		template(m.prediction_template_tries(), m.prediction_template_tries_title(), [
			m.prediction_template_tries_1(),
			m.prediction_template_tries_2(),
			m.prediction_template_tries_3(),
			m.prediction_template_tries_4()
		])
	];
}

function template(name: string, title: string, options: readonly string[]): NamedDraft {
	return { name, draft: { title, options, seconds: usualSeconds, pointsPerVote: 0 } };
}
