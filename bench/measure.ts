/** One thing to measure: `run` does `units` units of work, and returns something that depends on it. */
export interface Candidate {
	readonly name: string;
	readonly units: number;
	readonly run: () => unknown;
}

/** Runs the candidates in turns, so that a noisy machine is noisy to all, and returns each one's median rate in units a second. */
export function measure(candidates: readonly Candidate[], rounds = 9): ReadonlyMap<string, number> {
	const rates = new Map<string, number[]>(candidates.map(({ name }) => [name, []]));
	for (let round = 0; round <= rounds; round++) {
		for (const { name, units, run } of candidates) {
			const startedAt = performance.now();
			if (run() === undefined) throw new Error(`${name} did nothing.`);
			const seconds = (performance.now() - startedAt) / 1000;
			if (round > 0) rates.get(name)?.push(units / seconds);
		}
	}
	return new Map([...rates].map(([name, values]) => [name, median(values)]));
}

/** Prints the rates, each with its ratio to the first candidate's. */
export function report(title: string, unit: string, rates: ReadonlyMap<string, number>): void {
	const [base = 1] = rates.values();
	console.log(`\n${title}`);
	for (const [name, rate] of rates) {
		const perSecond = Math.round(rate).toLocaleString('en');
		console.log(`  ${name.padEnd(36)} ${perSecond.padStart(14)} ${unit}/s  ${(rate / base).toFixed(2)} ×`);
	}
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
