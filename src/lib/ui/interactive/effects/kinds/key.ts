import { nameKey } from '#lib/interactive/board/keys.ts';
import { m } from '#lib/paraglide/messages.js';
import Keyboard from '@lucide/svelte/icons/keyboard';
import * as v from 'valibot';
import { defineEffect } from '#lib/ui/interactive/effects/effect-definition.ts';
import { oneOf } from '#lib/ui/interactive/effects/field-schemas.ts';
import { keyLabel } from '#lib/ui/interactive/effects/key-names.ts';

const tapMs = 120;

/** Presses a key in the game page. */
export const key = defineEffect({
	type: 'key',
	icon: Keyboard,
	label: m.effect_key,
	hint: m.effect_key_hint,
	phases: ['press', 'release'],
	cap: { count: 120, perMs: 2_000 },
	entries: {
		keyCode: v.pipe(
			v.number(() => m.effect_key_choose()),
			v.check(
				(code) => nameKey(code) !== undefined,
				() => m.effect_key_choose()
			)
		),
		how: v.optional(oneOf(['tap', 'hold']), 'hold')
	},
	initial: { keyCode: 32, how: 'hold' },
	fields: [
		{ type: 'key', name: 'keyCode', label: m.effect_key_which },
		{
			type: 'choice',
			name: 'how',
			label: m.effect_key_how,
			options: [
				{ value: 'hold', label: m.effect_key_hold },
				{ value: 'tap', label: m.effect_key_tap }
			]
		}
	],
	summarize: ({ keyCode }) => keyLabel(keyCode),
	run({ keyCode, how }, { input: { phase, held = false }, keys }) {
		const follows = how === 'hold' && held;
		if (phase === 'press') return follows ? keys.hold(keyCode) : keys.tap(keyCode, tapMs);
		if (how === 'hold') keys.release(keyCode);
	}
});
