import { m } from '#lib/paraglide/messages.js';
import { createPoll, pollLimits } from '#lib/platforms/twitch/helix/polls.ts';
import { draftProblem, emptyDraft, toFinished } from '#lib/state/vote-draft.ts';
import { draftProblemText } from '#lib/ui/actions/votes/draft-problem-text.ts';
import ChartBar from '@lucide/svelte/icons/chart-bar';
import * as v from 'valibot';
import { defineEffect } from '#lib/ui/interactive/effects/effect-definition.ts';
import { within, words } from '#lib/ui/interactive/effects/field-schemas.ts';

const { longestTitle, longestSeconds, shortestSeconds, mostOptions } = pollLimits;

function optionsProblem(options: readonly string[]): string {
	const problem = draftProblem({ ...emptyDraft, title: '-', options }, pollLimits);
	return problem ? draftProblemText(problem, pollLimits) : '';
}

/** Starts a poll on Twitch. */
export const poll = defineEffect({
	type: 'poll',
	icon: ChartBar,
	label: m.effect_poll,
	hint: m.effect_poll_hint,
	cap: { count: 2, perMs: 30_000 },
	scope: 'channel:manage:polls',
	entries: {
		title: words(longestTitle),
		options: v.pipe(
			v.array(v.string(), () => m.vote_problem_few_options()),
			v.maxLength(mostOptions, () => m.effect_poll_many({ most: mostOptions })),
			v.check(
				(options) => optionsProblem(options) === '',
				({ input }) => optionsProblem(input)
			),
			v.readonly()
		),
		seconds: within(shortestSeconds, longestSeconds)
	},
	initial: { title: '', options: ['', ''], seconds: 120 },
	fields: [
		{ type: 'poll-template', name: 'title', label: m.vote_templates },
		{ type: 'text', name: 'title', label: m.vote_question, most: longestTitle },
		{ type: 'lines', name: 'options', label: m.effect_poll_options, most: mostOptions },
		{
			type: 'number',
			name: 'seconds',
			label: m.poll_duration,
			least: shortestSeconds,
			most: longestSeconds,
			unit: m.effect_unit_seconds
		}
	],
	summarize: ({ title }) => title,
	async run({ title, options, seconds }, { channel: { helix, broadcasterId } }) {
		const { title: question, options: choices } = toFinished({ ...emptyDraft, title, options });
		await createPoll(helix, broadcasterId, { title: question, choices, seconds: Math.round(seconds) });
	}
});
