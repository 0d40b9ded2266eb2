import type { BoardInput } from './board-input.ts';
import { engineLimits, type EngineState, type PlayedControl } from './engine-state.ts';

const defaultWindowMs = 1_000;

/** A window in which one input counts: that which opened it, or the last. */
export interface Turn {
	readonly key: string;
	readonly person: string;
	readonly endsAt: number;
	/** The last so far, where that is what counts. */
	readonly last?: BoardInput;
}

/** A state with a window; `undefined` where too many are open. */
export function withTurn(state: EngineState, tally: string, turn: Turn): EngineState | undefined {
	if (!state.turns.has(tally) && state.turns.size >= engineLimits.tallies) return undefined;
	return { ...state, turns: new Map(state.turns).set(tally, turn) };
}

/** A state in which a window is over. */
export function withoutTurn(state: EngineState, tally: string): EngineState {
	const turns = new Map(state.turns);
	turns.delete(tally);
	return { ...state, turns };
}

/** When a window that opens now is over. */
export function turnEnd({ rules }: PlayedControl, now: number): number {
	return now + (rules.windowMs ?? defaultWindowMs);
}
