import { StoredValue } from '#lib/state/stored-value.svelte.ts';
import * as v from 'valibot';

/** Whether the phone may answer a press by shaking a little. */
export const haptics = new StoredValue({
	key: 'tributary.haptics',
	schema: v.boolean(),
	initial: true,
	storage: () => localStorage
});

const patterns = { done: [12], asked: [8], failed: [24, 60, 24] } as const;

/** Lets the phone tell the thumb what became of a press; only Chromium on Android can. @see https://w3c.github.io/vibration/ */
export function shake(outcome: keyof typeof patterns): void {
	if (haptics.current) navigator.vibrate?.([...patterns[outcome]]);
}
