import type { State } from '#lib/interactive/client/index.ts';

/** One step of a game that draws frames itself: listeners are called here and nowhere else. */
export function step(state: State, draw: () => void): number {
	const calls = state.pump();
	draw();
	return calls.filter(({ name }) => name === 'giveInput').length;
}
