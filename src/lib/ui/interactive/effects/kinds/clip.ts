import { m } from '#lib/paraglide/messages.js';
import {
	createClip,
	longestClipSeconds,
	longestClipTitle,
	shortestClipSeconds,
	usualClipSeconds
} from '#lib/platforms/twitch/helix/clips.ts';
import Clapperboard from '@lucide/svelte/icons/clapperboard';
import { defineEffect } from '#lib/ui/interactive/effects/effect-definition.ts';
import { optionalWords, within } from '#lib/ui/interactive/effects/field-schemas.ts';
import { fillTemplate } from '#lib/ui/interactive/effects/fill-template.ts';

/** Keeps the last seconds of the stream as a clip on Twitch. */
export const clip = defineEffect({
	type: 'clip',
	icon: Clapperboard,
	label: m.effect_clip,
	hint: m.effect_clip_hint,
	cap: { count: 2, perMs: 60_000 },
	scope: 'clips:edit',
	entries: { title: optionalWords(longestClipTitle), seconds: within(shortestClipSeconds, longestClipSeconds) },
	initial: { title: '{control}', seconds: usualClipSeconds },
	fields: [
		{ type: 'text', name: 'title', label: m.effect_clip_title, most: longestClipTitle, template: true },
		{
			type: 'number',
			name: 'seconds',
			label: m.effect_clip_seconds,
			least: shortestClipSeconds,
			most: longestClipSeconds,
			unit: m.effect_unit_seconds
		}
	],
	summarize: ({ title }) => title,
	async run({ title, seconds }, { input, channel: { helix, broadcasterId } }) {
		await createClip(helix, { broadcasterId, title: fillTemplate(title, input, longestClipTitle), seconds });
	}
});
