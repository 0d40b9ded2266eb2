import type { Control } from '#lib/interactive/controls/control.ts';
import type { BoardNews, BoardPress } from '#lib/interactive/participant/board-news.ts';
import { mergeNews, noResults, type BoardResults } from '#lib/interactive/participant/board-results.ts';
import { cleanText } from '#lib/model/clean-text.ts';

/** A press while it is shown. */
export interface ShownPress extends BoardPress {
	readonly id: number;
	/** What the control says. */
	readonly label: string;
}

/** What all viewers together do to a board, as a stream shows it. */
export interface OverlayResults extends BoardResults {
	/** Newest first. */
	readonly presses: readonly ShownPress[];
}

/** Nobody has done anything. */
export const nothingDone: OverlayResults = { ...noResults, presses: [] };

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
	return { ...mergeNews(results, news), presses: [...added.reverse(), ...results.presses].slice(0, most) };
}

/** What a control says; its id where it says nothing. */
export function labelOf({ controlID, text }: Control): string {
	const label = typeof text === 'string' && text.trim() !== '' ? text : controlID;
	return cleanText(label.slice(0, longestLabel));
}
