/** Most have made up their minds after this long. */
const hesitationMs = 40_000;

/** How many of an audience have taken part after a while: ever fewer join, and nobody leaves. */
export function joinedAfter(elapsedMs: number, audience: number): number {
	return Math.floor(audience * (1 - Math.exp(-Math.max(elapsedMs, 0) / hesitationMs)));
}

/** Divides people among options; each option's share is settled by the order of the vote in its channel, so that it only grows. */
export function divide(people: number, options: number, ordinal: number): readonly number[] {
	const weights = Array.from({ length: options }, (_, index) => 2 + ((ordinal * 5 + index * 3) % 7));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	return weights.map((weight) => Math.floor((people * weight) / total));
}

/** An id as Twitch makes them, but always the same for the same vote of a channel. */
export function voteId(kind: 'poll' | 'prediction', ownerId: string, ...numbers: readonly number[]): string {
	const [first = 0, second = 0] = numbers;
	const digits = (value: number, length: number) => String(value).padStart(length, '0');
	return `${digits(first, 8)}-${digits(second, 4)}-4000-${kind === 'poll' ? '8000' : '9000'}-${ownerId.padStart(12, '0')}`;
}
