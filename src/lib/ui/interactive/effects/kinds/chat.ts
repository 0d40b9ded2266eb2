import { m } from '#lib/paraglide/messages.js';
import MessageSquare from '@lucide/svelte/icons/message-square';
import * as v from 'valibot';
import { defineEffect } from '#lib/ui/interactive/effects/effect-definition.ts';
import { oneOf, words } from '#lib/ui/interactive/effects/field-schemas.ts';
import { fillLine } from '#lib/ui/interactive/effects/fill-template.ts';

const longest = 300;
const longestSent = 450;

/** Writes a line in the streamer's own chats. */
export const chat = defineEffect({
	type: 'chat',
	icon: MessageSquare,
	label: m.effect_chat,
	hint: m.effect_chat_hint,
	cap: { count: 8, perMs: 30_000 },
	entries: {
		text: v.pipe(
			words(longest),
			v.check(
				(text) => !/^\s*[/.]/.test(text),
				() => m.effect_chat_command()
			)
		),
		where: v.optional(oneOf(['everywhere', 'twitch', 'theta']), 'everywhere')
	},
	initial: { text: '', where: 'everywhere' },
	fields: [
		{ type: 'text', name: 'text', label: m.effect_chat_text, most: longest, template: true, rows: 2 },
		{
			type: 'choice',
			name: 'where',
			label: m.effect_chat_where,
			options: [
				{ value: 'everywhere', label: m.effect_chat_everywhere },
				{ value: 'twitch', label: () => 'Twitch' },
				{ value: 'theta', label: () => 'THETA.tv' }
			]
		}
	],
	summarize: ({ text }) => text,
	async run({ text, where }, { input, say }) {
		const line = fillLine(text, input, longestSent);
		if (line !== '') await say(line, where);
	}
});
