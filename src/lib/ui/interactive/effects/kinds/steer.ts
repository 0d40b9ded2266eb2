import { m } from '#lib/paraglide/messages.js';
import Move from '@lucide/svelte/icons/move';
import { defineEffect } from '#lib/ui/interactive/effects/effect-definition.ts';
import { oneOf } from '#lib/ui/interactive/effects/field-schemas.ts';

/** Within this much of the middle a stick rests. */
const restingAt = 0.35;
/** Key codes for left, up, right and down. */
const keySets = { arrows: [37, 38, 39, 40], wasd: [65, 87, 68, 83] } as const;

/** Makes a joystick the arrow keys of the game page. */
export const steer = defineEffect({
	type: 'steer',
	icon: Move,
	label: m.effect_steer,
	hint: m.effect_steer_hint,
	phases: ['move', 'release'],
	cap: { count: 120, perMs: 2_000 },
	entries: { keys: oneOf(['arrows', 'wasd']) },
	initial: { keys: 'arrows' },
	fields: [
		{
			type: 'choice',
			name: 'keys',
			label: m.effect_steer_keys,
			options: [
				{ value: 'arrows', label: m.effect_steer_arrows },
				{ value: 'wasd', label: () => 'W A S D' }
			]
		}
	],
	summarize: ({ keys }) => (keys === 'wasd' ? 'W A S D' : '← ↑ → ↓'),
	run({ keys: set }, { input: { x = 0, y = 0 }, keys }) {
		const [left, up, right, down] = keySets[set];
		const pushed = new Map([
			[left, x < -restingAt],
			[up, y < -restingAt],
			[right, x > restingAt],
			[down, y > restingAt]
		]);
		for (const [keyCode, on] of pushed) if (!on) keys.release(keyCode);
		for (const [keyCode, on] of pushed) if (on) keys.hold(keyCode);
	}
});
