import { untrack } from 'svelte';
import type { ControlRoom } from './control-room.svelte.ts';
import type { RefreshCause } from './live-value.svelte.ts';
import { onWake } from './wake.ts';

/** Something about the streamer's channel that is loaded and then followed. */
export interface Followed {
	open(): () => void;
	/** Asks again for what may have changed while nothing was heard. */
	refresh?(cause: RefreshCause): void;
}

/** Keeps what a component shows open while an account is connected, anew for another account. */
export function followStreamer(room: ControlRoom, followed: readonly Followed[]): void {
	const userId = $derived(room.streamer?.userId);
	$effect(() => {
		if (userId === undefined) return;
		const stops = untrack(() => followed.map((one) => one.open()));
		const refresh = (cause: RefreshCause) => {
			for (const one of followed) one.refresh?.(cause);
		};
		stops.push(
			onWake(() => refresh('woke')),
			room.gaps.on(() => refresh('missed'))
		);
		return () => {
			for (const stop of stops) stop();
		};
	});
}
