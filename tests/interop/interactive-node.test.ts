import { once } from 'node:events';
import type { GameClient, IParticipant, ISceneData, ParticipantClient } from '@mixer/interactive-node';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { choose, mixerSetups, type MixerLibrary } from './support/mixer-clients.ts';
import { startWorker, type RunningWorker } from './support/running-worker.ts';

const position = [{ size: 'large' as const, width: 10, height: 8, x: 0, y: 0 }];
const setups = Object.entries(mixerSetups);
const board = [
	{ controlID: 'jump', kind: 'button' as const, text: 'Jump', position },
	{ controlID: 'bomb', kind: 'button' as const, text: 'Bomb', cost: 60, position },
	{ controlID: 'stick', kind: 'joystick' as const, position },
	{ controlID: 'hint', kind: 'label' as const, text: 'Hi', position }
];
let worker: RunningWorker;
let nextUser = 1_000;
let opened: (GameClient | ParticipantClient)[] = [];

beforeAll(async () => {
	worker = await startWorker();
}, 60_000);
afterEach(() => {
	for (const client of opened.reverse()) client.close();
	opened = [];
});
afterAll(() => worker.close());

async function openGame(library: MixerLibrary, userId: string, authToken?: string): Promise<GameClient> {
	const game = new library.GameClient();
	opened.push(game);
	const options = { authToken: authToken ?? (await worker.tokenOf(userId)), versionId: 1 };
	return game.open({ ...options, discoveryUrl: worker.discoveryUrl });
}

async function openViewer(library: MixerLibrary, userId: string, token?: string): Promise<ParticipantClient> {
	const { address, key } = await worker.join(userId, token);
	const viewer = new library.ParticipantClient();
	const ready = once(viewer.state, 'ready');
	opened.push(viewer);
	// Without one the library puts `undefined` in place of its own.
	await viewer.open({ url: address, key, reconnectChecker: () => Promise.resolve() });
	await ready;
	return viewer;
}

function createChannel(): string {
	return String(nextUser++);
}

test.each(setups)(
	'%s: a game and its viewers live a whole round',
	async (_, setup) => {
		const library = choose(setup);
		const channel = createChannel();
		const game = await openGame(library, channel);

		await game.createScenes({ scenes: [{ sceneID: 'arena', controls: [] }] });
		await game.createControls({ sceneID: 'arena', controls: [...board] });
		await game.createGroups({ groups: [{ groupID: 'team', sceneID: 'arena' }] });
		await game.ready(true);
		const joining = once(game.state, 'participantJoin');
		const viewer = await openViewer(library, channel, await worker.tokenOf('7'));
		const [joined] = (await joining) as [IParticipant];
		expect(joined).toMatchObject({ username: 'User7', userID: 7 });

		await game.updateParticipants({ participants: [{ ...joined, groupID: 'team' }] });
		await game.updateGroups({ groups: [{ groupID: 'team', sceneID: 'arena' }] });
		const jump = game.state.getControl('jump');
		const pressing = once(jump, 'mousedown');
		await viewer.giveInput({ controlID: 'jump', event: 'mousedown', button: 0 });
		expect(await pressing).toMatchObject([{ input: { controlID: 'jump' } }, { sessionID: joined.sessionID }]);

		const pushing = once(game.state.getControl('stick'), 'move');
		await viewer.giveInput({ controlID: 'stick', event: 'move', x: 0.6, y: -0.8 });
		expect(await pushing).toMatchObject([{ input: { x: 0.6, y: -0.8 } }, {}]);

		const updating = once(viewer.state.getControl('jump'), 'updated');
		await game.updateControls({
			sceneID: 'arena',
			controls: [{ controlID: 'jump', text: 'Pressed', cooldown: Date.now() + 60_000 }]
		} as unknown as ISceneData);
		await updating;
		expect(viewer.state.getControl('jump')).toMatchObject({ text: 'Pressed' });
		await expect(viewer.giveInput({ controlID: 'jump', event: 'mousedown' })).rejects.toMatchObject({
			code: 4999
		});

		const buying = once(game.state.getControl('bomb'), 'mousedown');
		await viewer.giveInput({ controlID: 'bomb', event: 'mousedown', button: 0 });
		const [{ transactionID }] = (await buying) as [{ transactionID: string }];
		await game.captureTransaction(transactionID);
		await expect(game.captureTransaction(transactionID)).rejects.toMatchObject({ code: 4006 });
		await expect(viewer.giveInput({ controlID: 'bomb', event: 'mousedown' })).rejects.toMatchObject({
			code: 4007
		});

		const heard: string[] = [];
		viewer.on('message', (frame: string) => heard.push(frame));
		await game.broadcastEvent({ scope: ['group:team'], data: { cheer: 'now' } });
		await vi.waitFor(() => expect(heard.join()).toContain('"cheer":"now"'));
		await game.updateWorld({ weather: 'rain' });
		await vi.waitFor(() => expect(heard.join()).toContain('"weather":"rain"'));
		expect(Math.abs((await game.getTime()) - Date.now())).toBeLessThan(1_000);
		expect(await game.getParticipantsByMixerId({ userIDs: [7, 8] })).toMatchObject({
			users: { 7: { username: 'User7' }, 8: null }
		});
		await game.synchronizeState();

		await game.deleteControls({ sceneID: 'arena', controlIDs: ['hint'] });
		await vi.waitFor(() => expect(viewer.state.getControl('hint')).toBeUndefined());
		await game.deleteGroup({ groupID: 'team', reassignGroupID: 'default' });
		await game.deleteScene({ sceneID: 'arena', reassignSceneID: 'default' });
		await vi.waitFor(() => expect(viewer.state.getScene('arena')).toBeUndefined());

		const leaving = once(game.state, 'participantLeave');
		const left = once(viewer, 'close');
		viewer.close();
		expect(await left).toMatchObject([{ code: 1000 }]);
		await leaving;
		const ended = once(game, 'close');
		game.close();
		expect(await ended).toMatchObject([{ code: 1000 }]);
		expect(worker.readLog()).not.toContain('Bearer');
	},
	30_000
);

test.each(setups)('%s: errors have the class that the library knows them by', async (_, setup) => {
	const library = choose(setup);
	const { InteractiveError } = library;
	const game = await openGame(library, createChannel());
	const codes: unknown[] = [];
	for (const attempt of [
		() => game.createScenes({ scenes: [{ sceneID: 'default', controls: [] }] }),
		() => game.createControls({ sceneID: 'nowhere', controls: [] }),
		() => game.updateControls({ sceneID: 'default', controls: [{ controlID: 'nothing' }] }),
		() => game.updateGroups({ groups: [{ groupID: 'nobody', sceneID: 'default' }] }),
		() => game.deleteGroup({ groupID: 'default', reassignGroupID: 'default' }),
		() => game.broadcastEvent({ scope: ['all'], data: {} }),
		() => game.execute('launchRocket', {}, false)
	])
		await attempt().catch((error: unknown) => codes.push(error));

	expect(codes.map((error) => (error as { code: number }).code)).toEqual([4011, 4010, 4012, 4008, 4018, 4024, 4003]);
	expect(codes[0]).toBeInstanceOf(InteractiveError.SceneAlreadyExists);
	game.close();
});

test.each(setups)('%s: a wrong token and a second game are refused for good', async (_, setup) => {
	const library = choose(setup);
	const channel = createChannel();
	const stranger = await openGame(library, channel, 'nonsense');
	const [refused] = (await once(stranger, 'error').catch((error: unknown) => [error])) as [unknown];
	const first = await openGame(library, channel);
	const second = await openGame(library, channel);
	const [conflict] = (await once(second, 'error').catch((error: unknown) => [error])) as [unknown];

	expect(refused).toBeInstanceOf(library.InteractiveError.CannotAuthenticate);
	expect(conflict).toBeInstanceOf(library.InteractiveError.SessionConflict);
	first.close();
});

test.each(setups)('%s: a game that the streamer ends stays away', async (_, setup) => {
	const library = choose(setup);
	const channel = createChannel();
	const game = await openGame(library, channel);
	await game.ready(true);
	const ending = once(game, 'error').catch((error: unknown) => [error]);
	await (await worker.room(channel)).kick();

	expect((await ending)[0]).toMatchObject({ code: 4027 });
	expect(await (await worker.room(channel)).hosted()).toBe(false);
});

test.each(setups)(
	'%s: a game comes back by itself when its room is restarted, and makes its board anew',
	async (_, setup) => {
		const library = choose(setup);
		const channel = createChannel();
		const game = await openGame(library, channel);
		await game.createScenes({ scenes: [{ sceneID: 'arena', controls: [] }] });
		const closing = once(game, 'close');
		const again = once(game, 'hello');
		await (await worker.room(channel)).restart();

		expect(await closing).toMatchObject([{ code: 1012 }]);
		await again;
		expect((await game.getScenes()).scenes.map(({ sceneID }) => sceneID)).toEqual(['default']);
		await game.createScenes({ scenes: [{ sceneID: 'arena', controls: [] }] });
		game.close();
	}
);
