import { chromium, type Browser, type Page } from '@playwright/test';
import { findChromium } from '../scripts/find-chromium.ts';
import { median } from './measure.ts';
import { openCandidate, readHeapBytes, type PageCandidate } from './chat-page.ts';
import { startFloodServer, type FloodServer } from './flood-server.ts';
import { findHeldRate, sampleAt } from './held-rate.ts';
import { bareList, buildNaivePage } from './page-peers.ts';
import { measureStartUp, type Line } from './start-up.ts';

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3);

/** Measures chat in the page: the product beside a bare list, which is the limit, and a page as tutorials write it. */
export async function measureRendering(): Promise<void> {
	const naive = await buildNaivePage();
	const server = await startFloodServer({
		'/bare': bareList(false),
		'/skipping': bareList(true),
		...(naive !== undefined && { '/naive': naive })
	});
	const executablePath = findChromium();
	const browser = await chromium.launch({
		...(executablePath !== undefined && { executablePath }),
		args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking']
	});
	const candidates: readonly PageCandidate[] = [
		{ name: 'bare DOM list (limit)', path: '/bare', list: '#list' },
		{ name: 'bare list, unseen lines never built', path: '/skipping', list: '#list' },
		{ name: 'overlay', path: '/overlay/chat?twitch=tidalkit', list: '#chat_container' },
		{ name: 'panel', path: '/panel', list: '[role="log"] .lines', prepare: addChannel },
		...(naive === undefined ? [] : [{ name: 'tmi.js, each line appended', path: '/naive', list: '#list' }])
	];
	try {
		await measureRates(browser, server, candidates);
		await measureMainThread(browser, server, candidates);
		await measureStartUps(
			browser,
			server,
			candidates.filter(({ path }) => path === '/bare' || path.startsWith('/overlay'))
		);
		await measureHeap(browser, server, candidates);
	} finally {
		await browser.close();
		await server.close();
	}
}

async function addChannel(page: Page): Promise<void> {
	await page.getByRole('textbox', { name: 'Channel name' }).fill('tidalkit');
	await page.keyboard.press('Enter');
}

async function measureRates(
	browser: Browser,
	server: FloodServer,
	candidates: readonly PageCandidate[]
): Promise<void> {
	await interleave('Chat in the page, highest rate held', 'lines/s', candidates, async (candidate) => {
		const open = await openCandidate(browser, server.origin, candidate);
		const rate = await findHeldRate(open, server, 600);
		await open.close();
		return rate;
	});
}

async function measureMainThread(
	browser: Browser,
	server: FloodServer,
	candidates: readonly PageCandidate[]
): Promise<void> {
	await interleave('Main thread at 1,000 lines/s', 'µs a line', candidates, async (candidate) => {
		const open = await openCandidate(browser, server.origin, candidate);
		const { busySeconds } = await sampleAt(open, server, 1_000);
		await open.close();
		return (busySeconds / 3_000) * 1_000_000;
	});
}

async function measureStartUps(
	browser: Browser,
	server: FloodServer,
	candidates: readonly PageCandidate[]
): Promise<void> {
	for (const line of ['localhost', 'phone'] satisfies Line[])
		await interleave(`From navigation to the first painted line, ${line}`, 'ms', candidates, (candidate) =>
			measureStartUp(browser, server.origin, candidate, line)
		);
}

async function measureHeap(browser: Browser, server: FloodServer, candidates: readonly PageCandidate[]): Promise<void> {
	console.log('\nHeap after 100,000 lines, over the heap after 1,000');
	for (const candidate of candidates) {
		const open = await openCandidate(browser, server.origin, candidate);
		await flood(server, open.page, 1_000);
		const before = await readHeapBytes(open);
		await flood(server, open.page, 99_000);
		const grown = (await readHeapBytes(open)) - before;
		const nodes = await open.page.locator(`${candidate.list} > *`).count();
		console.log(
			`  ${candidate.name.padEnd(36)} ${(grown / 1_000_000).toFixed(2).padStart(8)} MB, ${nodes} lines in the page`
		);
		await open.close();
	}
}

async function flood(server: FloodServer, page: Page, lines: number): Promise<void> {
	const until = server.said() + lines;
	server.setRate(2_500);
	while (server.said() < until) await page.waitForTimeout(50);
	server.setRate(0);
	await page.waitForTimeout(1_000);
}

async function interleave(
	title: string,
	unit: string,
	candidates: readonly PageCandidate[],
	run: (candidate: PageCandidate) => Promise<number>
): Promise<void> {
	const values = new Map<string, number[]>(candidates.map(({ name }) => [name, []]));
	for (let round = 0; round < rounds; round++)
		for (const candidate of candidates) values.get(candidate.name)?.push(await run(candidate));
	console.log(`\n${title}`);
	const base = median([...values.values()][0] ?? []);
	for (const [name, measured] of values) {
		const middle = median(measured);
		console.log(
			`  ${name.padEnd(36)} ${Math.round(middle).toLocaleString('en').padStart(10)} ${unit}  ${(middle / base).toFixed(2)} ×`
		);
	}
}
