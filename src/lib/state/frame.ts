const hiddenFrameMs = 250;

/** Runs a callback at the next animation frame, or a quarter of a second later in a hidden page; returns what cancels it. */
export function requestFrame(callback: () => void): () => void {
	if (typeof document !== 'undefined' && document.visibilityState === 'visible') {
		const frame = requestAnimationFrame(callback);
		return () => cancelAnimationFrame(frame);
	}
	const timer = setTimeout(callback, hiddenFrameMs);
	return () => clearTimeout(timer);
}
