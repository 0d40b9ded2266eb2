import { createChatLines } from './chat-lines.ts';
import { createJsonLimit, createSliceLimit } from './limits.ts';
import { decodeEvent, readFields } from './line-fields.ts';
import { measure, report, type Candidate } from './measure.ts';
import { loadPeers } from './peers.ts';

/** More than fit into the fastest cache: a line that has just arrived is not there either. */
const lines = createChatLines(6_000);
const ours = 'Tributary';
const sliceLimit = 'limit: slices at known places';

/** Measures chat lines read to what a chat line needs, ours beside the installed peers and the limits. */
export async function measureIrc(): Promise<void> {
	const peers = await loadPeers();
	if (peers.length === 0) console.log('The peers are not installed: `npm --prefix bench ci` does it.');
	const slice = createSliceLimit(lines);
	const json = createJsonLimit(lines);
	const limits = [
		candidate(sliceLimit, (_, index) => slice(index)),
		candidate('limit: JSON.parse of equal length', (_, index) => json(index))
	];

	const read = measure([
		candidate(ours, readFields),
		...peers.map(({ name, read }) => candidate(name, read)),
		...limits
	]);
	report('PRIVMSG: name, colour, badges, emotes, text and ids, as they stand', 'lines', read, ours);
	summarize(read);

	const decoded = measure([
		candidate(ours, decodeEvent),
		...peers.flatMap(({ name, decode }) => (decode ? [candidate(name, decode)] : [])),
		...limits
	]);
	report('PRIVMSG: decoded to what the library hands to its user', 'lines', decoded, ours);
	summarize(decoded);
}

function candidate(name: string, read: (line: string, index: number) => unknown): Candidate {
	// What is made is kept for a while, as by a feed; else the compiler leaves it out.
	const made = new Array<unknown>(lines.length);
	const run = () => {
		for (let index = 0; index < lines.length; index++) made[index] = read(lines[index] ?? '', index);
		return made[0];
	};
	return { name, units: lines.length, run };
}

function summarize(rates: ReadonlyMap<string, number>): void {
	const rate = rates.get(ours) ?? 0;
	const peers = [...rates].filter(([name]) => name !== ours && !name.startsWith('limit'));
	const [best] = peers.sort(([, one], [, other]) => other - one);
	if (best) console.log(`  ${(rate / best[1]).toFixed(1)} × the best peer (${best[0]})`);
	console.log(`  ${(rate / (rates.get(sliceLimit) ?? 1)).toFixed(2)} of the slice limit`);
}
