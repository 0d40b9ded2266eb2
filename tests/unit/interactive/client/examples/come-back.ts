import type { State } from '#lib/interactive/client/index.ts';

/** Makes the board now and after each loss of the connection, since a room begins empty with each. */
export async function keepBoard(state: State, makeBoard: (state: State) => Promise<void>): Promise<() => void> {
	const stop = state.connection.changes.on((change) => {
		if (change.type === 'opened' && change.again) void makeBoard(state);
	});
	await makeBoard(state);
	return stop;
}
