import type { BoardControl } from '#lib/interactive/board/board.ts';
import { toBoardControl } from '#lib/interactive/board/parse-board.ts';
import { noRules } from '#lib/interactive/board/rules.ts';
import type { TemplateWords } from './template-control.ts';

/** Everybody points at the video; it covers that and is alone in its scene, so it has no place on the grids. */
export function createPointer({ pointer }: TemplateWords): readonly BoardControl[] {
	const control = {
		controlID: 'pointer',
		kind: 'screen',
		sendMoveEvents: 'mousedown',
		moveThrottle: 50,
		tooltip: pointer
	};
	return [toBoardControl(control, { ...noRules, aggregate: 'mean', windowMs: 200 })];
}
