import { m } from '#lib/paraglide/messages.js';
import type { NamedDraft } from '#lib/ui/actions/votes/named-draft.ts';

const usualSeconds = 120;

/** Polls that any streamer can start as they are. */
export function pollTemplates(): readonly NamedDraft[] {
	return [
		template(m.poll_template_yes(), m.poll_template_yes_title(), [m.vote_yes(), m.vote_no()]),
		template(m.poll_template_next(), m.poll_template_next_title(), [
			m.poll_template_next_again(),
			m.poll_template_next_new(),
			m.poll_template_next_talk()
		]),
		template(m.poll_template_way(), m.poll_template_way_title(), [
			m.poll_template_way_left(),
			m.poll_template_way_right()
		]),
		template(m.poll_template_rate(), m.poll_template_rate_title(), [
			m.poll_template_rate_1(),
			m.poll_template_rate_2(),
			m.poll_template_rate_3(),
			m.poll_template_rate_4()
		])
	];
}

function template(name: string, title: string, options: readonly string[]): NamedDraft {
	return { name, draft: { title, options, seconds: usualSeconds, pointsPerVote: 0 } };
}
