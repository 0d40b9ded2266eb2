/** The part of `navigator.wakeLock` used. @see https://w3c.github.io/screen-wake-lock/ */
export interface WakeLocks {
	request(type: 'screen'): Promise<{ release(): Promise<void> }>;
}

/** Keeps the screen on until the returned function is called; the browser lets go whenever the page is hidden, so it is asked again. */
export function keepScreenOn(wakeLocks: WakeLocks | undefined, page: Document): () => void {
	let held: Promise<{ release(): Promise<void> } | undefined> | undefined;
	const hold = () => {
		// A battery that runs low refuses it: then the screen goes off, and nothing else.
		if (page.visibilityState === 'visible') held = wakeLocks?.request('screen').catch(() => undefined);
	};
	hold();
	page.addEventListener('visibilitychange', hold);
	return () => {
		page.removeEventListener('visibilitychange', hold);
		void held?.then((lock) => lock?.release());
	};
}
