import { m } from '#lib/paraglide/messages.js';
import { createMarker, longestMarkerNote } from '#lib/platforms/twitch/helix/markers.ts';
import Bookmark from '@lucide/svelte/icons/bookmark';
import { defineEffect } from '#lib/ui/interactive/effects/effect-definition.ts';
import { optionalWords } from '#lib/ui/interactive/effects/field-schemas.ts';
import { fillTemplate } from '#lib/ui/interactive/effects/fill-template.ts';

/** Marks the moment of the stream on Twitch. */
export const marker = defineEffect({
	type: 'marker',
	icon: Bookmark,
	label: m.effect_marker,
	hint: m.effect_marker_hint,
	cap: { count: 3, perMs: 60_000 },
	scope: 'channel:manage:broadcast',
	words: { status_404: m.marker_offline },
	entries: { note: optionalWords(longestMarkerNote) },
	initial: { note: '{control}' },
	fields: [{ type: 'text', name: 'note', label: m.marker_description, most: longestMarkerNote, template: true }],
	summarize: ({ note }) => note,
	async run({ note }, { input, channel: { helix, broadcasterId } }) {
		await createMarker(helix, broadcasterId, fillTemplate(note, input, longestMarkerNote));
	}
});
