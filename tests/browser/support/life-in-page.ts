import {
	Button,
	Discovery,
	Joystick,
	Scene,
	State,
	untilEvent,
	type ClosedError
} from '#lib/interactive/client/index.ts';
import { ParticipantClient } from '#lib/interactive/participant/participant-client.ts';
import type { JsonObject } from '#lib/interactive/json.ts';

/** Who plays where: Mixer tokens of the channel's owner and of a viewer. */
export interface LifeOptions {
	readonly origin: string;
	readonly channel: string;
	readonly gameToken: string;
	readonly viewerToken: string;
}

const patienceMs = 10_000;

/** A game and a viewer of ours live a whole life in one page; what each step came to, by its name. */
export async function liveInPage({ origin, channel, gameToken, viewerToken }: LifeOptions): Promise<JsonObject> {
	const connect = (token: string) =>
		State.connect({
			discovery: new Discovery({ host: origin }),
			authorization: `Bearer ${token}`,
			projectVersionId: 1
		});
	const came: Record<string, string | number | boolean> = {};
	came['refused'] = await connect('nonsense').then(
		() => 0,
		(error: ClosedError) => error.closeCode
	);
	const state = await connect(gameToken);
	const stop = state.pumpAsync();
	const closed = new Promise<number>((resolve) => {
		state.connection.changes.on((change) => change.type === 'closed' && resolve(change.cause.closeCode));
	});
	const arena = new Scene('arena');
	const [jump, bomb, stick] = [new Button('jump'), new Button('bomb', { cost: 60 }), new Joystick('stick')];
	await state.createScenes(arena);
	await arena.createControls(jump, bomb, stick);
	await state.connection.call('updateGroups', { groups: [{ groupID: 'default', sceneID: 'arena' }] });
	await state.connection.call('updateWorld', { world: { round: 3 } });
	await state.setReady();

	const viewer = new ParticipantClient({ origin, channel, accessToken: async () => viewerToken });
	const leave = viewer.open();
	await until(viewer, () => viewer.mirror.scenes.get('arena')?.has('jump') === true && viewer.mirror.ready);
	came['people'] = state.participants.size;
	const pressing = untilEvent(jump, 'mousedown');
	came['press'] = (await viewer.giveInput('jump', { event: 'mousedown', button: 0 })).type;
	came['pressed'] = String((await pressing).input['controlID']);
	const pushing = untilEvent(stick, 'move');
	void viewer.giveInput('stick', { event: 'move', x: 0.5, y: 0.25 });
	came['pushed'] = Number((await pushing).input['x']);
	const buying = untilEvent(bomb, 'mousedown');
	void viewer.giveInput('bomb', { event: 'mousedown' });
	await state.connection.call('capture', { transactionID: (await buying).data['transactionID'] ?? '' });
	came['tooFew'] = (await viewer.giveInput('bomb', { event: 'mousedown' })).type;
	await jump.set('cooldown', Date.now() + 60_000).update();
	came['cooling'] = (await viewer.giveInput('jump', { event: 'mousedown' })).type;
	const cheering = new Promise<unknown>((resolve) => viewer.broadcasts.on(resolve));
	await state.connection.call('broadcastEvent', { scope: ['everyone'], data: { cheer: 'now' } });
	came['cheer'] = JSON.stringify(await cheering);
	came['unknown'] = await state.connection.call('launchRocket').then(
		() => 0,
		(error: { readonly code: number }) => error.code
	);
	const body = JSON.stringify({ accessToken: gameToken });
	await fetch('/api/rooms/kick', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
	came['kicked'] = await closed;
	await until(viewer, () => viewer.phase.type === 'waiting');
	const again = await connect(gameToken);
	again.connection.close();
	leave();
	stop();
	return came;
}

async function until(viewer: ParticipantClient, is: () => boolean): Promise<void> {
	const giveUpAt = Date.now() + patienceMs;
	while (!is()) {
		if (Date.now() > giveUpAt) throw new Error(`The viewer is ${viewer.phase.type}.`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}
