import { expect, test } from 'vitest';
import { connectHost, connectParticipant } from './room-client.ts';

const jump = { controlID: 'jump', kind: 'button' };

test('a game makes its board, a viewer joins and presses, and the game hears of it', async () => {
	const game = await connectHost('1');
	await game.call('createControls', { sceneID: 'default', controls: [jump] });
	await game.call('ready', { isReady: true });
	const viewer = await connectParticipant('1', { sessionID: 'a-session' });
	const pressed = await viewer.call('giveInput', { controlID: 'jump', event: 'mousedown' });
	const input = await game.told('giveInput');

	expect(pressed).toMatchObject({ result: null, error: null });
	expect(input.params).toMatchObject({ participantID: 'a-session', input: { controlID: 'jump', event: 'mousedown' } });
	expect(viewer.received.map(({ method }) => method).slice(0, 6)).toEqual([
		'hello',
		'onSceneCreate',
		'onGroupCreate',
		'onWorldUpdate',
		'onParticipantJoin',
		'onReady'
	]);
});

test('with the game its viewers are closed, and a clean close is answered with its own code', async () => {
	const game = await connectHost('2');
	await game.call('getTime');
	const viewer = await connectParticipant('2');
	game.close(1000);

	expect(await game.closed).toMatchObject({ code: 1000 });
	expect(await viewer.closed).toMatchObject({ code: 4016 });
});
