import { longestTerm, shortestTerm } from '#lib/platforms/twitch/helix/blocked-terms.ts';

/** What a pasted or imported text says of terms. */
export interface TermLines {
	/** Those that can be blocked and are not yet, each once. */
	readonly fresh: readonly string[];
	/** How many are blocked already or stand there twice. */
	readonly known: number;
	/** Those that are too short or too long. */
	readonly wrong: readonly string[];
}

/** Whether a term has a length that Twitch takes. */
export function isTerm(text: string): boolean {
	const { length } = [...text];
	return length >= shortestTerm && length <= longestTerm;
}

/** Reads terms, one a line; upper case and lower case are the same to Twitch. */
export function parseTermLines(text: string, blocked: readonly string[]): TermLines {
	const lines = text
		.split(/\r\n|\r|\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '');
	const seen = new Set(blocked.map((term) => term.toLowerCase()));
	const fresh: string[] = [];
	for (const line of lines.filter(isTerm)) {
		if (!seen.has(line.toLowerCase())) fresh.push(line);
		seen.add(line.toLowerCase());
	}
	const wrong = lines.filter((line) => !isTerm(line));
	return { fresh, known: lines.length - wrong.length - fresh.length, wrong };
}
