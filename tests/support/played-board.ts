import { parseBoard } from '#lib/interactive/board/parse-board.ts';
import type { Board } from '#lib/interactive/board/board.ts';
import type { BoardInput } from '#lib/interactive/board/board-input.ts';
import { press } from '#lib/interactive/board/engine.ts';
import type { EngineState, Trigger } from '#lib/interactive/board/engine-state.ts';
import { tick } from '#lib/interactive/board/engine-time.ts';

/** A board of one scene, of its controls by their ids: what they are, and their rules. */
export function createBoard(
	controls: Readonly<Record<string, { readonly rules?: object; readonly [property: string]: unknown }>>,
	more: object = {}
): Board {
	const listed = Object.entries(controls).map(([controlID, { rules = {}, ...control }]) => ({
		control: { kind: 'button', ...control, controlID },
		rules
	}));
	return parseBoard({ id: 'b', name: 'Board', scenes: [{ sceneID: 'default', controls: listed }], ...more });
}

/** A viewer's press of a button, or whatever `more` makes of it. */
export function pressOf(controlID: string, name = 'ann', more: Partial<BoardInput> = {}): BoardInput {
	return { source: 'viewer', sessionID: name, name, controlID, event: 'mousedown', paid: false, ...more };
}

/** A viewer's push of a joystick. */
export function pushOf(controlID: string, name: string, x: number, y: number): BoardInput {
	return pressOf(controlID, name, { event: 'move', value: { x, y } });
}

/** Plays inputs one after another, and gives what they triggered and why those that were not taken were not. */
export function play(state: EngineState, steps: readonly (readonly [number, BoardInput | undefined])[]) {
	const triggers: Trigger[] = [];
	const reasons: string[] = [];
	let next = state;
	for (const [now, input] of steps) {
		const pressed = input && press(next, input, now);
		const step = pressed ?? tick(next, now);
		next = step.state;
		triggers.push(...step.triggers);
		if (pressed) reasons.push(pressed.result.accepted ? 'ok' : pressed.result.reason);
	}
	return { state: next, triggers, reasons, ids: triggers.map(({ controlID }) => controlID) };
}

/** How a vote counts. */
export const ballot = { rules: { aggregate: 'vote', windowMs: 1_000 } };
