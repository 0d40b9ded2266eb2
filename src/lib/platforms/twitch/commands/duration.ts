const secondsByUnit: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 };
const durationPattern = /^(\d{1,7})([smhdw])?$/;

/** Reads `90`, `90s`, `10m`, `2h`, `1d` or `1w` as seconds; a bare number counts in `unit`. */
export function parseDuration(text: string, unit: 's' | 'm' = 's'): number | undefined {
	const [, amount, written = unit] = durationPattern.exec(text.toLowerCase()) ?? [];
	return amount === undefined ? undefined : Number(amount) * (secondsByUnit[written] ?? 1);
}
