import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Button } from '#lib/interactive/client/control-kinds.ts';
import { OAuthClient } from '#lib/interactive/client/oauth-client.ts';
import * as library from '#lib/interactive/client/index.ts';
import { State } from '#lib/interactive/client/state.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';
import { createInteractiveHost } from '#tests/support/interactive-host.ts';
import { startGame } from './examples/board.ts';
import { keepBoard } from './examples/come-back.ts';
import { step } from './examples/loop.ts';
import { authorize, signIn } from './examples/sign-in.ts';
import { sellBombs } from './examples/sparks.ts';

const examples = new URL('./examples/', import.meta.url);
const page = readFileSync(new URL('../../../../docs/interactive-api.md', import.meta.url), 'utf8');

test.each(readdirSync(examples))('the page has the example %s as it is run here', (name) => {
	expect(page).toContain(`\`\`\`ts\n${readFileSync(new URL(name, examples), 'utf8')}\`\`\``);
});

test('the page names everything that the library has', () => {
	expect(Object.keys(library).filter((name) => !page.includes(`\`${name}`))).toEqual([]);
});

test('the first example hears a jump and a push', async () => {
	const host = createInteractiveHost();
	const { player, stop } = await host.settle(startGame({ address: host.address }, host.environment));
	host.join('ann');
	host.give('ann', { controlID: 'jump', event: 'mousedown' });
	host.give('ann', { controlID: 'stick', event: 'move', x: 0, y: -1 });
	await host.settle();
	stop();

	expect(player).toEqual({ jumps: 1, x: 0, y: -1 });
});

test('a game that is let in shows a code until one is entered, and refreshes what it has', async () => {
	const answers = [
		Response.json({ code: 'ONE111', handle: 'one', expires_in: 120 }),
		new Response(null, { status: 403 }),
		Response.json({ code: 'TWO222', handle: 'two', expires_in: 120 }),
		Response.json({ code: 'authorization' }),
		Response.json({ access_token: 'a', refresh_token: 'r', expires_in: 30 }),
		Response.json({ access_token: 'b', refresh_token: 's', expires_in: 3_600 })
	];
	const { environment, clock } = createFakeEnvironment({ fetch: () => answers.shift() ?? Response.error() });
	const client = new OAuthClient({ clientId: 'game' }, environment);
	const shown: string[] = [];
	const signedIn = signIn(client, (code) => shown.push(code));
	await clock.tickAsync(10_000);
	const renewed = await authorize(client, await signedIn, clock.now);

	expect(shown).toEqual(['ONE111', 'TWO222']);
	expect(renewed.access).toBe('b');
	expect(await authorize(client, renewed, clock.now)).toBe(renewed);
});

test('a bomb is paid for, goes off, and rests', async () => {
	const { state, host } = await connected();
	state.pumpAsync();
	const exploded: string[] = [];
	const clock = () => host.clock.now;
	await host.settle(sellBombs(state, (participant) => exploded.push(participant), clock));
	await host.settle(state.setReady());
	host.join('ann');
	host.give('ann', { controlID: 'bomb', event: 'mousedown' });
	await host.settle();

	expect(exploded).toEqual(['ann']);
	expect(host.room().charges.size).toBe(0);
	expect(() => host.give('ann', { controlID: 'bomb', event: 'mousedown' })).toThrow('cooling down');
});

test('a board is there again after a loss', async () => {
	const { state, host } = await connected();
	const jump = new Button('jump');
	await host.settle(keepBoard(state, async ({ scenes }) => scenes.get('default')?.createControls(jump)));
	host.sockets[0]?.server.close(1012);
	await host.clock.tickAsync(1_000);

	expect(host.sockets).toHaveLength(2);
	expect(host.room().scenes.get('default')?.controls.has('jump')).toBe(true);
});

test('a game with frames of its own gets its inputs in the step that draws', async () => {
	const { state, host } = await connected();
	await host.settle(state.scene('default')?.createControls(new Button('jump')));
	await host.settle(state.setReady());
	host.join('ann');
	host.give('ann', { controlID: 'jump', event: 'mousedown' });
	await host.settle();
	let frames = 0;

	expect(step(state, () => frames++)).toBe(1);
	expect(step(state, () => frames++)).toBe(0);
	expect(frames).toBe(2);
});

async function connected() {
	const host = createInteractiveHost();
	const state = await host.settle(State.connect({ address: host.address }, host.environment));
	return { state, host };
}
