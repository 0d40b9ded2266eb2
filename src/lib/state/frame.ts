const hiddenFrameMs = 250;

/**
 * Runs a callback at the next animation frame after a delay in ms, or a quarter of a second later in a hidden page;
 * returns what cancels it.
 */
export function requestFrame(callback: () => void, delayMs = 0): () => void {
	if (typeof document === 'undefined' || document.visibilityState !== 'visible') {
		const timer = setTimeout(callback, hiddenFrameMs);
		return () => clearTimeout(timer);
	}
	if (delayMs === 0) {
		const frame = requestAnimationFrame(callback);
		return () => cancelAnimationFrame(frame);
	}
	let cancel = () => clearTimeout(timer);
	const timer = setTimeout(() => (cancel = requestFrame(callback)), delayMs);
	return () => cancel();
}
