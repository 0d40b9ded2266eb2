import { once } from 'node:events';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createControlsFrame } from './support/controls-frame.ts';
import { choose, mixerSetups } from './support/mixer-clients.ts';
import { startWorker, type RunningWorker } from './support/running-worker.ts';

const library = choose(mixerSetups['@mixer/interactive-node 3.0.1, with headers']!);
let worker: RunningWorker;

beforeAll(async () => {
	worker = await startWorker();
}, 60_000);
afterAll(() => worker.close());

test('@mixer/cdk-std: custom controls are shown the room, give input, and are told the end', async () => {
	const game = new library.GameClient();
	await game.open({ authToken: await worker.tokenOf('1'), versionId: 1, discoveryUrl: worker.discoveryUrl });
	await game.createControls({ sceneID: 'default', controls: [{ controlID: 'jump', kind: 'button', position: [] }] });
	await game.ready(true);
	const { participant, received, load, send } = createControlsFrame();
	const closing = vi.fn();
	const given = vi.fn();
	participant.on('close', closing);
	participant.on('input', given);
	const { socketAddress, key } = await worker.join('1', await worker.tokenOf('7'));
	const joining = once(game.state, 'participantJoin');
	participant.connect({ socketAddress, key, contentAddress: 'about:blank', ugcAddress: '' });
	await joining;
	load();
	await vi.waitFor(() => expect(received.at(-1)?.method).toBe('onReady'));

	expect(received.map(({ method }) => method)).toEqual([
		'hello',
		'onSceneCreate',
		'onGroupCreate',
		'onWorldUpdate',
		'onParticipantJoin',
		'onReady'
	]);

	const pressing = once(game.state.getControl('jump'), 'mousedown');
	send('giveInput', { controlID: 'jump', event: 'mousedown', button: 0 });
	expect(await pressing).toMatchObject([{ input: { controlID: 'jump' } }, { username: 'User7' }]);
	expect(given).toHaveBeenCalledWith(expect.objectContaining({ controlID: 'jump', kind: 'button' }));

	await game.broadcastEvent({ scope: ['everyone'], data: { cheer: 'now' } });
	await vi.waitFor(() => expect(received.at(-1)).toMatchObject({ method: 'event', params: { cheer: 'now' } }));

	game.close();
	await vi.waitFor(() => expect(closing).toHaveBeenCalledWith(expect.objectContaining({ code: 4016 })));
});

test('@mixer/cdk-std: a key that is none is told as a close of 4019', async () => {
	const { participant } = createControlsFrame();
	const closing = vi.fn();
	participant.on('close', closing);
	const socketAddress = `${worker.url.replace('http', 'ws')}/api/rooms/participant?channel=twitch:1`;
	participant.connect({ socketAddress, key: 'nonsense', contentAddress: 'about:blank', ugcAddress: '' });

	await vi.waitFor(() => expect(closing).toHaveBeenCalledWith(expect.objectContaining({ code: 4019 })));
});
