/** Calls back when the browser is online again or the page comes back from the background; returns what stops it. */
export function onWake(callback: () => void): () => void {
	const onVisible = () => {
		if (document.visibilityState === 'visible') callback();
	};
	addEventListener('online', callback);
	addEventListener('pageshow', callback);
	document.addEventListener('visibilitychange', onVisible);
	return () => {
		removeEventListener('online', callback);
		removeEventListener('pageshow', callback);
		document.removeEventListener('visibilitychange', onVisible);
	};
}
