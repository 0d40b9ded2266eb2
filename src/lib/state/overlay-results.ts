import type { Control } from '#lib/interactive/controls/control.ts';
import type { BoardNews, BoardPress } from '#lib/interactive/participant/board-news.ts';
import type { Point } from '#lib/interactive/sampler.ts';
import { cleanText } from '#lib/model/clean-text.ts';

/** A press while it is shown. */
export interface ShownPress extends BoardPress {
	readonly id: number;
	/** What the control says. */
	readonly label: string;
}

/** What all viewers together do to a board. */
export interface OverlayResults {
	readonly votes: ReadonlyMap<string, number>;
	readonly means: ReadonlyMap<string, Point>;
	/** A number that changes with each press of a control. */
	readonly pulses: ReadonlyMap<string, number>;
	/** Newest first. */
	readonly presses: readonly ShownPress[];
}

/** Nobody has done anything. */
export const noResults: OverlayResults = { votes: new Map(), means: new Map(), pulses: new Map(), presses: [] };

const longestLabel = 60;

/** The results after a board's news; `firstId` numbers the presses, and at most `most` of them are shown. */
export function takeNews(
	results: OverlayResults,
	news: BoardNews,
	controls: readonly Control[],
	{ firstId, most }: { readonly firstId: number; readonly most: number }
): OverlayResults {
	const byId = new Map(controls.map((control) => [control.controlID, control]));
	const added = news.presses.flatMap((press, index): readonly ShownPress[] => {
		const control = byId.get(press.controlID);
		return control ? [{ ...press, id: firstId + index, name: cleanText(press.name), label: labelOf(control) }] : [];
	});
	const pulses = new Map(results.pulses);
	for (const { controlID, id } of added) pulses.set(controlID, id);
	return {
		votes: news.votes,
		means: news.means,
		pulses,
		presses: [...added.reverse(), ...results.presses].slice(0, most)
	};
}

/** What a control says; its id where it says nothing. */
export function labelOf({ controlID, text }: Control): string {
	const label = typeof text === 'string' && text.trim() !== '' ? text : controlID;
	return cleanText(label.slice(0, longestLabel));
}
