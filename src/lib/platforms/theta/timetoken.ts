const ticksPerMs = 10_000n;
const timetokenPattern = /^\d{17}$/;

/** Formats an instant as a PubNub timetoken: 17 digits that count 100 ns of Unix time. */
export function formatTimetoken(epochMs: number): string {
	return String(BigInt(Math.floor(epochMs)) * ticksPerMs).padStart(17, '0');
}

/** Reads the epoch ms of a timetoken, or `undefined` where it is none. */
export function timetokenTime(timetoken: string): number | undefined {
	return timetokenPattern.test(timetoken) ? Number(BigInt(timetoken) / ticksPerMs) : undefined;
}

/** Orders timetokens by age; they stay strings, because as numbers they are above 2^53. */
export function compareTimetokens(first: string, second: string): number {
	if (first.length !== second.length) return first.length - second.length;
	return first < second ? -1 : Number(first > second);
}
