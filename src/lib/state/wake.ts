import { systemClock } from '#lib/transport/clock.ts';

const tickMs = 5_000;
/** A tick later than this many times its interval means that the machine slept or the page was frozen. */
const lateFactor = 3;

/** Calls back when the browser is online again, the page comes back from the background or time stood still; returns what stops it. */
export function onWake(callback: () => void): () => void {
	const onVisible = () => {
		if (document.visibilityState === 'visible') callback();
	};
	const stopTicks = onLateTick(callback);
	addEventListener('online', callback);
	addEventListener('pageshow', callback);
	document.addEventListener('visibilitychange', onVisible);
	document.addEventListener('resume', callback);
	return () => {
		stopTicks();
		removeEventListener('online', callback);
		removeEventListener('pageshow', callback);
		document.removeEventListener('visibilitychange', onVisible);
		document.removeEventListener('resume', callback);
	};
}

/** Calls back when a timer fires far too late, as after sleep; returns what stops it. */
export function onLateTick(callback: () => void, clock = systemClock): () => void {
	let tickedAt = clock.now();
	const tick = () => {
		const late = clock.now() - tickedAt > lateFactor * tickMs;
		tickedAt = clock.now();
		timer = clock.setTimeout(tick, tickMs);
		if (late) callback();
	};
	let timer = clock.setTimeout(tick, tickMs);
	return () => clock.clearTimeout(timer);
}
