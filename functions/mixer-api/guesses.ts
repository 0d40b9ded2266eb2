const most = 10;
const windowMs = 10 * 60_000;

/** Epoch ms of the codes that somebody entered lately and that were none. */
export type Guesses = readonly number[];

/** The guesses with one more; `undefined` where there were too many. */
export function addGuess(guesses: Guesses, now: number): Guesses | undefined {
	const recent = guesses.filter((at) => now - at < windowMs);
	return recent.length < most ? [...recent, now] : undefined;
}

/** When the newest guess is forgotten. */
export function guessesEnd(guesses: Guesses): number {
	return Math.max(0, ...guesses) + windowMs;
}
