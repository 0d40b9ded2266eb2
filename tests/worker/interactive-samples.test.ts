import { expect, test } from 'vitest';
import { connectHost, connectParticipant } from './room-client.ts';

test('of a stick that is pushed faster than it is sampled, the first and the newest move reach the game', async () => {
	const game = await connectHost('samples');
	await game.call('createControls', {
		sceneID: 'default',
		controls: [{ controlID: 'stick', kind: 'joystick', sampleRate: 200 }]
	});
	await game.call('ready', { isReady: true });
	const viewer = await connectParticipant('samples');
	for (const x of [0.1, 0.2, 0.3, 0.4]) await viewer.call('giveInput', { controlID: 'stick', event: 'move', x, y: 0 });
	await game.until(({ params }) => (params?.['input'] as { x?: number } | undefined)?.x === 0.4);

	const told = game.received.filter(({ method }) => method === 'giveInput').map(({ params }) => params?.['input']);
	expect(told).toMatchObject([{ x: 0.1 }, { x: 0.4 }]);
});
