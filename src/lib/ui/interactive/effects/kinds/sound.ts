import { soundReference, volume } from '#lib/interactive/board/overlay-effect.ts';
import { m } from '#lib/paraglide/messages.js';
import Volume2 from '@lucide/svelte/icons/volume-2';
import * as v from 'valibot';
import { defineEffect } from '#lib/ui/interactive/effects/effect-definition.ts';
import { soundLabel } from '#lib/ui/interactive/effects/sound-names.ts';

/** Plays a sound on the overlay. */
export const sound = defineEffect({
	type: 'sound',
	icon: Volume2,
	label: m.effect_sound,
	hint: m.effect_sound_hint,
	cap: { count: 10, perMs: 2_000 },
	entries: {
		sound: v.config(soundReference, { message: () => m.effect_field_choose() }),
		volume: v.config(volume, { message: () => m.effect_field_choose() })
	},
	initial: { sound: 'bell', volume: 0.6 },
	fields: [
		{ type: 'sound', name: 'sound', label: m.effect_sound_which },
		{ type: 'share', name: 'volume', label: m.effect_sound_volume }
	],
	summarize: ({ sound: reference }) => soundLabel(reference),
	run: ({ sound: reference, volume: loudness }, { broadcastOverlay }) =>
		broadcastOverlay({ type: 'sound', sound: reference, volume: loudness })
});
