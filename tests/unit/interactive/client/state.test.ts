import { expect, test } from 'vitest';
import type { Call } from '#lib/interactive/client/call.ts';
import { untilEvent } from '#lib/interactive/client/call-events.ts';
import { Control } from '#lib/interactive/client/control.ts';
import { Button, Joystick, Label, Screen, Textbox } from '#lib/interactive/client/control-kinds.ts';
import { Discovery } from '#lib/interactive/client/discovery.ts';
import { Scene } from '#lib/interactive/client/scene.ts';
import { State } from '#lib/interactive/client/state.ts';
import { createInteractiveHost, type InteractiveHost } from '#tests/support/interactive-host.ts';

test('a game makes a board, opens it, and hears a press and a push', async () => {
	const { state, host } = await playing();
	const [jump, stick] = [new Button('jump', { text: 'Jump' }), new Joystick('stick')];
	const heard: unknown[] = [];
	jump.on('mousedown', ({ data }) => heard.push(data['participantID']));
	stick.on('move', ({ data }) => heard.push(data['input']));
	await host.settle(state.scene('default')?.createControls(jump, stick));
	await host.settle(state.setReady());

	host.join('ann');
	host.give('ann', { controlID: 'jump', event: 'mousedown' });
	host.give('ann', { controlID: 'stick', event: 'move', x: 0, y: 1 });
	await host.settle();

	expect(heard).toEqual(['ann', { controlID: 'stick', event: 'move', x: 0, y: 1 }]);
	expect(state.participants.get('ann')).toMatchObject({ username: 'ann', groupID: 'default' });
});

test('a scene that was made is the very one that the host tells of, with its controls', async () => {
	const { state, host } = await playing();
	const arena = new Scene('arena', { theme: 'dark', controls: [{ controlID: 'say', kind: 'textbox' }] });
	await host.settle(state.createScenes(arena));

	expect(state.scene('arena')).toBe(arena);
	expect(arena.controls.get('say')).toBeInstanceOf(Textbox);
	expect(arena.hasChanged() || arena.controls.get('say')?.hasChanged()).toBe(false);
	expect(host.room().scenes.get('arena')?.controls.has('say')).toBe(true);
});

test('what the host refuses is not in the state, and can be tried again', async () => {
	const { state, host } = await playing();
	const scene = state.scene('default');
	const [first, twin] = [new Button('jump'), new Button('jump')];
	await host.settle(scene?.createControls(first));

	await expect(host.settle(scene?.createControls(twin))).rejects.toMatchObject({ code: 4013 });
	await expect(host.settle(state.createScenes(new Scene('default')))).rejects.toMatchObject({ code: 4011 });
	expect(scene?.controls.get('jump')).toBe(first);
	expect(state.scene('default')).toBe(scene);
	expect(twin.hasChanged()).toBe(true);
	await expect(twin.update()).rejects.toMatchObject({ code: 'not_attached' });
});

test('an update tells only what changed, and its echo is an update', async () => {
	const { state, host } = await playing();
	const jump = new Button('jump', { text: 'Jump', tooltip: 'Up' });
	await host.settle(state.scene('default')?.createControls(jump));
	let updates = 0;
	jump.on('update', () => updates++);
	await host.settle(jump.assign({ text: 'Jump!', tooltip: null }).update());

	const sent = JSON.parse(host.sockets[0]?.received.at(-1) ?? '') as { params: unknown };
	expect(sent.params).toEqual({
		sceneID: 'default',
		priority: 0,
		controls: [{ controlID: 'jump', text: 'Jump!', tooltip: null }]
	});
	expect(updates).toBe(1);
	expect(jump.toJson()).toEqual({ controlID: 'jump', kind: 'button', text: 'Jump!', disabled: false });
});

test('an update that is refused stays a change', async () => {
	const { state, host } = await playing();
	const jump = new Button('jump');
	await host.settle(state.scene('default')?.createControls(jump));
	jump.set('cost', 'much');

	await expect(host.settle(jump.update())).rejects.toMatchObject({ code: 4004 });
	expect(jump.hasChanged()).toBe(true);
});

test('scenes and controls are updated and deleted', async () => {
	const { state, host } = await playing();
	const arena = new Scene('arena');
	const jump = new Button('jump');
	const deleted: string[] = [];
	arena.on('delete', ({ name }) => deleted.push(name));
	jump.on('delete', ({ name }) => deleted.push(name));
	await host.settle(state.createScenes(arena));
	await host.settle(arena.createControls(jump));
	await host.settle(arena.set('theme', 'dark').update());
	await host.settle(jump.delete());
	await host.settle(arena.delete());

	expect(deleted).toEqual(['onControlDelete', 'onSceneDelete']);
	expect([state.scene('arena'), arena.controls.size]).toEqual([undefined, 0]);
	expect(host.room().scenes.has('arena')).toBe(false);
});

test('what somebody else made is there as its kind', async () => {
	const { state, host } = await playing();
	const kinds = ['button', 'joystick', 'textbox', 'label', 'screen', 'made-up'];
	const controls = kinds.map((kind) => ({ controlID: kind, kind }));
	await host.settle(state.connection.call('createScenes', { scenes: [{ sceneID: 'arena', controls }] }));

	const made = [...(state.scene('arena')?.controls.values() ?? [])];
	expect(made.map((control) => control.constructor)).toEqual([Button, Joystick, Textbox, Label, Screen, Control]);
	expect(made.some((control) => control.hasChanged())).toBe(false);
});

test('of two controls of one id, the one in the scene of the viewer is pressed', async () => {
	const { state, host } = await playing();
	const [here, there] = [new Button('jump'), new Button('jump')];
	const pressed: string[] = [];
	here.on('mousedown', () => pressed.push('here'));
	there.on('mousedown', () => pressed.push('there'));
	const arena = new Scene('arena');
	await host.settle(state.scene('default')?.createControls(here));
	await host.settle(state.createScenes(arena));
	await host.settle(arena.createControls(there));
	host.join('ann');
	await host.settle(state.connection.call('updateGroups', { groups: [{ groupID: 'default', sceneID: 'arena' }] }));
	await host.settle(state.setReady());
	host.give('ann', { controlID: 'jump', event: 'mousedown' });
	await host.settle();

	expect(pressed).toEqual(['there']);
});

test('a viewer cannot feign what is the host\u2019s', async () => {
	const { state, host } = await playing();
	const custom = new Control('custom', { kind: 'made-up' });
	let deletions = 0;
	custom.on('delete', () => deletions++);
	await host.settle(state.scene('default')?.createControls(custom));
	await host.settle(state.setReady());
	host.join('ann');
	host.give('ann', { controlID: 'custom', event: 'delete' });
	await host.settle();

	expect(deletions).toBe(0);
});

test('controls of a stored project are heard once they are attached', async () => {
	const { state, host } = await playing();
	await host.settle(
		state.connection.call('createControls', {
			sceneID: 'default',
			controls: [{ controlID: 'jump', kind: 'button', text: 'Jump' }]
		})
	);
	const jump = new Button('jump');
	state.scene('default')?.attachControls(jump);
	await host.settle(jump.set('text', 'Hop').update());

	expect(host.room().scenes.get('default')?.controls.get('jump')).toMatchObject({ text: 'Hop' });
});

test('a game with a loop of its own gets what came, in order', async () => {
	const host = createInteractiveHost();
	const state = await host.settle(State.connect({ address: host.address }, host.environment));
	await host.settle(state.setReady());

	expect(state.pump().map(({ name }) => name)).toEqual(['hello', 'onReady']);
	expect(state.pump()).toEqual([]);
});

test('every call is told under its name, and the next one can be waited for', async () => {
	const { state, host } = await playing();
	const next = untilEvent(state, 'onReady');
	await host.settle(state.setReady());

	expect((await next).data).toEqual({ isReady: true });
});

test('pumping stops when it is told to', async () => {
	const host = createInteractiveHost();
	const state = await host.settle(State.connect({ address: host.address }, host.environment));
	const heard: Call[] = [];
	state.on('onReady', (call) => heard.push(call));
	state.pumpAsync()();
	await host.settle(state.setReady());

	expect(heard).toEqual([]);
	expect(state.pump().map(({ name }) => name)).toContain('onReady');
});

test('after a loss the room is empty, and the same board can be made again', async () => {
	const { state, host } = await playing();
	const arena = new Scene('arena', { controls: [{ controlID: 'jump', kind: 'button' }] });
	await host.settle(state.createScenes(arena));
	host.sockets[0]?.server.close(1012);
	await host.clock.tickAsync(1_000);
	const emptied = state.scene('arena');
	await host.settle(state.createScenes(arena));

	expect(emptied).toBeUndefined();
	expect(host.sockets).toHaveLength(2);
	expect(host.room().scenes.get('arena')?.controls.has('jump')).toBe(true);
});

test('without an address, discovery finds it', async () => {
	const host: InteractiveHost = createInteractiveHost({ fetch: () => Response.json([{ address: 'wss://found' }]) });
	const discovery = new Discovery({ host: 'https://own.example' }, host.environment);
	await host.settle(State.connect({ discovery, authorization: 'Bearer t' }, host.environment));

	const { host: found, searchParams } = new URL(host.sockets[0]?.url ?? '');
	expect([found, searchParams.get('X-Protocol-Version')]).toEqual(['found', '2.0']);
});

async function playing() {
	const host = createInteractiveHost();
	const state = await host.settle(State.connect({ address: host.address }, host.environment));
	state.pumpAsync();
	return { state, host };
}
