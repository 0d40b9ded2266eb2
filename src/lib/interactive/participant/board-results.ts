import type { Point } from '#lib/interactive/sampler.ts';
import type { BoardNews } from './board-news.ts';

/** What all viewers together do on a board, by control. */
export interface BoardResults {
	readonly votes: ReadonlyMap<string, number>;
	/** Where all sticks point on the whole; (0, 0) is the middle. */
	readonly means: ReadonlyMap<string, Point>;
	/** A number that changes with each press of the control. */
	readonly pulses: ReadonlyMap<string, number>;
}

/** Nothing was done yet. */
export const noResults: BoardResults = { votes: new Map(), means: new Map(), pulses: new Map() };

/** The results after news; votes and means are told whole. */
export function mergeNews(results: BoardResults, { presses, votes, means }: BoardNews): BoardResults {
	if (presses.length === 0) return { votes, means, pulses: results.pulses };
	const pulses = new Map(results.pulses);
	for (const { controlID } of presses) pulses.set(controlID, (pulses.get(controlID) ?? 0) + 1);
	return { votes, means, pulses };
}
