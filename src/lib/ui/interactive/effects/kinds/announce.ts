import { m } from '#lib/paraglide/messages.js';
import { longestAnnouncement, sendAnnouncement } from '#lib/platforms/twitch/helix/announcements.ts';
import Megaphone from '@lucide/svelte/icons/megaphone';
import { defineEffect } from '#lib/ui/interactive/effects/effect-definition.ts';
import { words } from '#lib/ui/interactive/effects/field-schemas.ts';
import { fillTemplate } from '#lib/ui/interactive/effects/fill-template.ts';

const longest = 300;

/** Announces something in the streamer's chat on Twitch. */
export const announce = defineEffect({
	type: 'announce',
	icon: Megaphone,
	label: m.effect_announce,
	hint: m.effect_announce_hint,
	cap: { count: 3, perMs: 30_000 },
	scope: 'moderator:manage:announcements',
	entries: { text: words(longest) },
	initial: { text: '' },
	fields: [{ type: 'text', name: 'text', label: m.effect_chat_text, most: longest, template: true, rows: 2 }],
	summarize: ({ text }) => text,
	async run({ text }, { input, channel: { helix, broadcasterId } }) {
		const message = fillTemplate(text, input, longestAnnouncement);
		if (message !== '') await sendAnnouncement(helix, broadcasterId, { message, color: 'primary' });
	}
});
