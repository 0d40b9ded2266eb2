/** One thing to measure: `run` does `units` units of work, and returns something that depends on it. */
export interface Candidate {
	readonly name: string;
	readonly units: number;
	readonly run: () => unknown;
}

/**
 * Runs the candidates in turns, so that a noisy machine is noisy to all, and returns each one's median rate in units a
 * second of this process's own time: what other programs take away does not count.
 */
export function measure(candidates: readonly Candidate[], rounds = 15): ReadonlyMap<string, number> {
	const rates = new Map<string, number[]>(candidates.map(({ name }) => [name, []]));
	for (let round = -2; round < rounds; round++) {
		for (const { name, units, run } of candidates) {
			const startedAt = process.cpuUsage();
			if (run() === undefined) throw new Error(`${name} did nothing.`);
			const { user, system } = process.cpuUsage(startedAt);
			if (round >= 0) rates.get(name)?.push((units * 1_000_000) / Math.max(1, user + system));
		}
	}
	return new Map([...rates].map(([name, values]) => [name, median(values)]));
}

/** Prints the rates, each with its ratio to that of the candidate named `base`. */
export function report(title: string, unit: string, rates: ReadonlyMap<string, number>, base: string): void {
	const baseRate = rates.get(base) ?? 1;
	console.log(`\n${title}`);
	for (const [name, rate] of rates) {
		const perSecond = Math.round(rate).toLocaleString('en');
		console.log(
			`  ${name.padEnd(36)} ${perSecond.padStart(14)} ${unit}/s  ${(rate / baseRate).toFixed(2).padStart(6)} ×`
		);
	}
}

export function median(values: readonly number[]): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
