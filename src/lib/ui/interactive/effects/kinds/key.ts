import { nameKey } from '#lib/interactive/board/keys.ts';
import { m } from '#lib/paraglide/messages.js';
import Keyboard from '@lucide/svelte/icons/keyboard';
import * as v from 'valibot';
import { defineEffect } from '#lib/ui/interactive/effects/effect-definition.ts';
import { oneOf } from '#lib/ui/interactive/effects/field-schemas.ts';
import { keyLabel } from '#lib/ui/interactive/effects/key-names.ts';

const tapMs = 120;
const releases: readonly string[] = ['mouseup', 'keyup'];

/** Presses a key in the game page. */
export const key = defineEffect({
	type: 'key',
	icon: Keyboard,
	label: m.effect_key,
	hint: m.effect_key_hint,
	cap: { count: 120, perMs: 2_000 },
	entries: {
		keyCode: v.pipe(
			v.number(() => m.effect_key_choose()),
			v.check(
				(code) => nameKey(code) !== undefined,
				() => m.effect_key_choose()
			)
		),
		how: oneOf(['tap', 'hold'])
	},
	initial: { keyCode: 32, how: 'tap' },
	fields: [
		{ type: 'key', name: 'keyCode', label: m.effect_key_which },
		{
			type: 'choice',
			name: 'how',
			label: m.effect_key_how,
			options: [
				{ value: 'tap', label: m.effect_key_tap },
				{ value: 'hold', label: m.effect_key_hold }
			]
		}
	],
	summarize: ({ keyCode }) => keyLabel(keyCode),
	run({ keyCode, how }, { input: { event = 'mousedown' }, keys }) {
		if (releases.includes(event)) return how === 'hold' ? keys.release(keyCode) : undefined;
		return how === 'hold' ? keys.hold(keyCode) : keys.tap(keyCode, tapMs);
	}
});
