import { parseControl, type Control } from '#lib/interactive/controls/control.ts';
import type { Board, BoardControl } from './board.ts';

/** A scene as it is published to a room. */
export interface PublishedScene {
	readonly sceneID: string;
	readonly controls: readonly Control[];
}

/** A control as viewers have it: of its rules they learn the cost. */
export function toPublishedControl({ control, rules }: BoardControl): Control {
	return parseControl(rules.cost === undefined ? control : { ...control, cost: rules.cost });
}

/** What a board publishes: its scenes; its groups are in `board.groups`. */
export function toPublishedScenes(board: Board): readonly PublishedScene[] {
	return board.scenes.map(({ sceneID, controls }) => ({ sceneID, controls: controls.map(toPublishedControl) }));
}
