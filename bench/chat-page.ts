import type { Browser, CDPSession, Page } from '@playwright/test';

/** One page to measure. */
export interface PageCandidate {
	readonly name: string;
	readonly path: string;
	/** The element whose children are the lines. */
	readonly list: string;
	/** What a person would do before chat comes. */
	readonly prepare?: (page: Page) => Promise<void>;
}

/** What a page did while chat came at one rate. */
export interface Sample {
	/** Part of the frames of a 60 Hz screen that were not drawn. */
	readonly dropped: number;
	readonly intervalP95Ms: number;
	/** From the sending of a line to the frame that has it. */
	readonly latencyP95Ms: number;
	/** Seconds of main thread in all. */
	readonly busySeconds: number;
}

/** An opened candidate. */
export interface OpenPage {
	readonly page: Page;
	readonly session: CDPSession;
	readonly list: string;
	close(): Promise<void>;
}

const frameMs = 1000 / 60;

/** Opens a candidate in a browser profile of its own and waits for its first line. */
export async function openCandidate(browser: Browser, origin: string, candidate: PageCandidate): Promise<OpenPage> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
	const page = await context.newPage();
	await page.goto(origin + candidate.path);
	await candidate.prepare?.(page);
	await page.locator(`${candidate.list} > *`).first().waitFor({ state: 'attached' });
	const session = await context.newCDPSession(page);
	await session.send('Performance.enable');
	return { page, session, list: candidate.list, close: () => context.close() };
}

/** Watches the frames of a page for a while. */
export async function sample({ page, session, list }: OpenPage, durationMs: number): Promise<Sample> {
	const busyBefore = await readBusySeconds(session);
	const { intervals, latencies, elapsed } = await page.evaluate(watchFrames, { list, durationMs });
	return {
		dropped: Math.max(0, 1 - intervals.length / (elapsed / frameMs)),
		intervalP95Ms: percentile(intervals, 0.95),
		latencyP95Ms: percentile(latencies, 0.95),
		busySeconds: (await readBusySeconds(session)) - busyBefore
	};
}

/** Bytes of JavaScript heap that are still in use after the collector has run. */
export async function readHeapBytes({ session }: OpenPage): Promise<number> {
	await session.send('HeapProfiler.collectGarbage');
	return (await session.send('Runtime.getHeapUsage')).usedSize;
}

async function readBusySeconds(session: CDPSession): Promise<number> {
	const { metrics } = await session.send('Performance.getMetrics');
	return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

/** Runs inside the page. */
function watchFrames({ list, durationMs }: { readonly list: string; readonly durationMs: number }): Promise<{
	readonly intervals: readonly number[];
	readonly latencies: readonly number[];
	readonly elapsed: number;
}> {
	return new Promise((resolve) => {
		const intervals: number[] = [];
		const latencies: number[] = [];
		const lines = document.querySelector(list);
		let startedAt = 0;
		let last = 0;
		const step = (now: number): void => {
			if (last === 0) startedAt = now;
			else intervals.push(now - last);
			last = now;
			const said = Number(lines?.lastElementChild?.textContent?.slice(-13));
			if (said > 0) latencies.push(Date.now() - said);
			if (now - startedAt < durationMs) requestAnimationFrame(step);
			else resolve({ intervals, latencies, elapsed: now - startedAt });
		};
		requestAnimationFrame(step);
	});
}

function percentile(values: readonly number[], part: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Infinity;
}
