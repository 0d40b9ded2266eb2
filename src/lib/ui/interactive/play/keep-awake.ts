/** Keeps the screen on while somebody plays, where the browser can; returns what stops it. @see https://www.w3.org/TR/screen-wake-lock/ */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | undefined;
	let stopped = false;
	const ask = async () => {
		if (document.hidden || !('wakeLock' in navigator)) return;
		// A phone that saves its battery says no.
		lock = await navigator.wakeLock.request('screen').catch(() => undefined);
		if (stopped) await lock?.release();
	};
	// A hidden page loses it.
	document.addEventListener('visibilitychange', ask);
	void ask();
	return () => {
		stopped = true;
		document.removeEventListener('visibilitychange', ask);
		void lock?.release();
	};
}
