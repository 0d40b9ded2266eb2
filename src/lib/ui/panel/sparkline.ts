/** The points of a line through values, oldest first, in a box; the smallest value lies on its lower edge. */
export function sparkline(values: readonly number[], width: number, height: number): string {
	const least = Math.min(...values);
	const span = Math.max(...values) - least || 1;
	const step = width / Math.max(1, values.length - 1);
	return values
		.map((value, index) => `${round(index * step)},${round(height - ((value - least) / span) * height)}`)
		.join(' ');
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
