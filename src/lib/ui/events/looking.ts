/** Tells whether an element is on the screen and its page before somebody, until it is gone. */
export function watchLooking(onchange: (looking: boolean) => void): (element: Element) => () => void {
	return (element) => {
		let onScreen = false;
		let looking = false;
		const read = () => {
			const now = onScreen && document.visibilityState === 'visible';
			if (now === looking) return;
			looking = now;
			onchange(now);
		};
		const observer = new IntersectionObserver(([entry]) => {
			onScreen = entry?.isIntersecting ?? false;
			read();
		});
		observer.observe(element);
		document.addEventListener('visibilitychange', read);
		return () => {
			observer.disconnect();
			document.removeEventListener('visibilitychange', read);
			if (looking) onchange(false);
		};
	};
}
