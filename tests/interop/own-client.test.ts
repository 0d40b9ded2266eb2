import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Button, Discovery, Joystick, State, untilEvent, type ClosedError } from '#lib/interactive/client/index.ts';
import { ParticipantClient } from '#lib/interactive/participant/participant-client.ts';
import { startWorker, type RunningWorker } from './support/running-worker.ts';

const patience = { timeout: 10_000 };
let worker: RunningWorker;

beforeAll(async () => {
	worker = await startWorker();
}, 60_000);
afterAll(() => worker.close());

async function openGame(userId: string, authorization?: string) {
	const discovery = new Discovery({ host: worker.url });
	const token = authorization ?? `Bearer ${await worker.tokenOf(userId)}`;
	const state = await State.connect({ discovery, authorization: token, projectVersionId: 1 });
	return { state, stop: state.pumpAsync() };
}

async function openViewer(userId: string, account?: string) {
	const token = account === undefined ? undefined : await worker.tokenOf(account);
	const options = { origin: worker.url, channel: `twitch:${userId}`, accessToken: async () => token };
	const viewer = new ParticipantClient(options);
	const close = viewer.open();
	return { viewer, close };
}

test('a game and a viewer of ours live a whole round', async () => {
	const { state, stop } = await openGame('1');
	const jump = new Button('jump', { text: 'Jump' });
	const bomb = new Button('bomb', { cost: 60 });
	const stick = new Joystick('stick');
	await state.scene('default')?.createControls(jump, bomb, stick);
	await state.setReady();
	const { viewer, close } = await openViewer('1', '7');
	await vi.waitFor(() => expect(viewer.phase.type).toBe('inside'), patience);

	const pressing = untilEvent(jump, 'mousedown');
	expect(await viewer.giveInput('jump', { event: 'mousedown', button: 0 })).toEqual({ type: 'taken' });
	expect((await pressing).input).toMatchObject({ controlID: 'jump' });
	const pushing = untilEvent(stick, 'move');
	await viewer.giveInput('stick', { event: 'move', x: 0.5, y: 0.5 });
	expect((await pushing).input).toMatchObject({ x: 0.5, y: 0.5 });

	const buying = untilEvent(bomb, 'mousedown');
	await viewer.giveInput('bomb', { event: 'mousedown' });
	await state.connection.call('capture', { transactionID: (await buying).data['transactionID'] ?? '' });
	expect(await viewer.giveInput('bomb', { event: 'mousedown' })).toMatchObject({ type: 'too-few-sparks' });

	await jump.set('cooldown', Date.now() + 60_000).update();
	expect(await viewer.giveInput('jump', { event: 'mousedown' })).not.toEqual({ type: 'taken' });
	const heard = vi.fn();
	viewer.broadcasts.on(heard);
	await state.connection.call('broadcastEvent', { scope: ['everyone'], data: { cheer: 'now' } });
	await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ cheer: 'now' }), patience);
	await expect(state.connection.call('launchRocket')).rejects.toMatchObject({ code: 4003 });

	stop();
	state.connection.close();
	await vi.waitFor(() => expect(viewer.phase).toEqual({ type: 'waiting', ended: true }), patience);
	close();
});

test('what a game asked to be compressed is, and arrives as it was', async () => {
	const { state, stop } = await openGame('2');
	const agreed = await state.connection.setCompression('gzip');
	await state.scene('default')?.createControls(new Button('jump', { text: 'Żółć'.repeat(100) }));

	expect(agreed).toBe(true);
	expect(state.scene('default')?.controls.get('jump')?.get('text')).toBe('Żółć'.repeat(100));
	await vi.waitFor(async () => expect(await state.connection.setCompression('text')).toBe(true), patience);
	stop();
	state.connection.close();
});

test('both come back by themselves when their room is restarted', async () => {
	const { state, stop } = await openGame('3');
	await state.setReady();
	const { viewer, close } = await openViewer('3');
	await vi.waitFor(() => expect(viewer.phase.type).toBe('inside'), patience);
	const opened = vi.fn();
	state.connection.changes.on((change) => opened(change.type));
	await (await worker.room('3')).restart();
	await vi.waitFor(() => expect(opened).toHaveBeenCalledWith('opened'), patience);
	await state.scene('default')?.createControls(new Button('again'));
	await state.setReady();

	await vi.waitFor(() => expect(viewer.mirror.scenes.get('default')?.has('again')).toBe(true), patience);
	expect(viewer.phase.type).toBe('inside');
	close();
	stop();
	state.connection.close();
}, 30_000);

test('a game that is not let in, and one that the streamer ends, are told so for good', async () => {
	const refused = await openGame('4', 'Bearer nonsense').catch((error: unknown) => error);
	const { state, stop } = await openGame('4');
	await state.setReady();
	const closed = new Promise<ClosedError>((resolve) => {
		state.connection.changes.on((change) => {
			if (change.type === 'closed') resolve(change.cause);
		});
	});
	await (await worker.room('4')).kick();

	expect(refused).toMatchObject({ closeCode: 4019 });
	expect(await closed).toMatchObject({ closeCode: 4027 });
	stop();
});

test('an overlay watches, and is nobody to the game', async () => {
	const { state, stop } = await openGame('5');
	await state.setReady();
	const overlay = new ParticipantClient({ origin: worker.url, channel: 'twitch:5', watch: true });
	const close = overlay.open();
	await vi.waitFor(() => expect(overlay.phase.type).toBe('inside'), patience);
	const heard = vi.fn();
	overlay.broadcasts.on(heard);
	await state.connection.call('broadcastEvent', { scope: ['overlay'], data: { sound: 'horn' } });
	await vi.waitFor(() => expect(heard).toHaveBeenCalledWith({ sound: 'horn' }), patience);

	expect(state.participants.size).toBe(0);
	expect(await state.connection.call('getAllParticipants', { from: 0 })).toMatchObject({ total: 0 });
	close();
	stop();
	state.connection.close();
});
