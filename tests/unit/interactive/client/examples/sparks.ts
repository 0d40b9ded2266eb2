import { Button, RefusedCallError, type Call, type State } from '#lib/interactive/client/index.ts';

/** A button that costs 50 sparks, and rests for five seconds after each press. */
export async function sellBombs(state: State, explode: (participant: string) => void, now = Date.now) {
	const bomb = new Button('bomb', { text: 'Bomb', cost: 50 });

	async function sell({ data }: Call) {
		try {
			await state.connection.call('capture', { transactionID: data['transactionID'] ?? '' });
		} catch (error) {
			if (error instanceof RefusedCallError) return;
			throw error;
		}
		explode(String(data['participantID']));
		await bomb.set('cooldown', now() + 5_000).update();
	}
	bomb.on('mousedown', (call) => void sell(call));

	await state.scene('default')?.createControls(bomb);
}
