import type { BoardControl } from '#lib/interactive/board/board.ts';
import { place } from '#lib/interactive/board/grid-placement.ts';
import { toBoardControl } from '#lib/interactive/board/parse-board.ts';
import { noRules, type Rules } from '#lib/interactive/board/rules.ts';
import type { JsonObject } from '#lib/interactive/json.ts';

/** What is written on the controls of a template, in the streamer's language. */
export interface TemplateWords {
	readonly question: string;
	readonly yes: string;
	readonly no: string;
	/** What chat is told; `{control}` stands for the answer. */
	readonly winner: string;
	readonly jump: string;
	readonly dash: string;
	readonly move: string;
	readonly pointer: string;
	readonly soundsTitle: string;
	/** The names of the six sounds. */
	readonly sounds: readonly string[];
}

/** A rectangle on a grid, in its units. */
export type Corner = readonly [x: number, y: number, width: number, height: number];

/** A place on each grid. */
export type Corners = readonly [large: Corner, medium: Corner, small: Corner];

const sizes = ['large', 'medium', 'small'] as const;

/** A control of a template, on all three grids. */
export function templateControl(
	look: JsonObject & { readonly controlID: string; readonly kind: string },
	corners: Corners,
	rules: Partial<Rules> = {}
): BoardControl {
	const made = toBoardControl(look, { ...noRules, ...rules });
	let { control } = made;
	for (const [index, size] of sizes.entries()) {
		const [x, y, width, height] = corners[index] ?? [0, 0, 1, 1];
		control = place(control, size, { x, y, width, height });
	}
	return { ...made, control };
}
