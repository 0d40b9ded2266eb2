import { imageReference, imageSizes, shownSeconds } from '#lib/interactive/board/overlay-effect.ts';
import { m } from '#lib/paraglide/messages.js';
import ImageIcon from '@lucide/svelte/icons/image';
import * as v from 'valibot';
import { defineEffect } from '#lib/ui/interactive/effects/effect-definition.ts';
import { oneOf, optionalWords } from '#lib/ui/interactive/effects/field-schemas.ts';
import { fillTemplate } from '#lib/ui/interactive/effects/fill-template.ts';

const longestCaption = 80;

/** Shows an image on the overlay for a while. */
export const image = defineEffect({
	type: 'image',
	icon: ImageIcon,
	label: m.effect_image,
	hint: m.effect_image_hint,
	cap: { count: 10, perMs: 2_000 },
	entries: {
		image: v.config(imageReference, { message: () => m.effect_image_choose() }),
		size: oneOf(imageSizes),
		seconds: v.config(shownSeconds, { message: () => m.effect_field_between({ least: 1, most: 15 }) }),
		caption: optionalWords(longestCaption)
	},
	initial: { image: '🎉', size: 'medium', seconds: 3, caption: '{name}' },
	fields: [
		{ type: 'image', name: 'image', label: m.effect_image_which },
		{
			type: 'choice',
			name: 'size',
			label: m.effect_image_size,
			options: [
				{ value: 'small', label: m.effect_image_small },
				{ value: 'medium', label: m.effect_image_medium },
				{ value: 'large', label: m.effect_image_large }
			]
		},
		{ type: 'number', name: 'seconds', label: m.effect_image_seconds, least: 1, most: 15, unit: m.effect_unit_seconds },
		{ type: 'text', name: 'caption', label: m.effect_image_caption, most: longestCaption, template: true }
	],
	summarize: ({ image: reference, caption }) => (reference.includes(':') ? caption : `${reference} ${caption}`.trim()),
	run: ({ caption, ...shown }, { input, broadcastOverlay }) =>
		broadcastOverlay({ type: 'image', ...shown, caption: fillTemplate(caption, input, longestCaption) })
});
