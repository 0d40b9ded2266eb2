import { sample, type OpenPage, type Sample } from './chat-page.ts';
import type { FloodServer } from './flood-server.ts';

const warmUpMs = 700;
const watchMs = 3_000;
/** Steps between two tried rates once the range is known: a tenth of an octave is 7 %. */
const precision = 2 ** 0.1;

/** Finds the highest rate in lines/s that a page holds: few frames dropped, even intervals, nothing late. */
export async function findHeldRate(open: OpenPage, server: FloodServer, startRate: number): Promise<number> {
	const holds = async (rate: number): Promise<boolean> =>
		isHeld(await sampleAt(open, server, rate)) || isHeld(await sampleAt(open, server, rate));
	let held = startRate;
	while (held > 20 && !(await holds(held))) held /= 2;
	let failed = held * 2;
	while (held >= startRate && (await holds(failed))) [held, failed] = [failed, failed * 2];
	while (failed / held > precision) {
		const middle = Math.sqrt(held * failed);
		if (await holds(middle)) held = middle;
		else failed = middle;
	}
	return held;
}

/** Watches a page at a rate, once it has had time to settle, and leaves chat silent. */
export async function sampleAt(open: OpenPage, server: FloodServer, rate: number): Promise<Sample> {
	server.setRate(rate);
	await open.page.waitForTimeout(warmUpMs);
	const result = await sample(open, watchMs);
	server.setRate(0);
	await settle(open);
	return result;
}

function isHeld({ dropped, intervalP95Ms, latencyP95Ms }: Sample): boolean {
	return dropped <= 0.05 && intervalP95Ms <= 25 && latencyP95Ms <= 300;
}

/** Waits until the page has caught up with what it was sent. */
async function settle({ page }: OpenPage): Promise<void> {
	await page.evaluate(
		() =>
			new Promise<void>((resolve) => {
				let calm = 0;
				let last = performance.now();
				const step = (now: number): void => {
					calm = now - last < 25 ? calm + 1 : 0;
					last = now;
					if (calm < 10) requestAnimationFrame(step);
					else resolve();
				};
				requestAnimationFrame(step);
			})
	);
}
