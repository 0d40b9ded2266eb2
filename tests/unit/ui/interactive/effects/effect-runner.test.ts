import { expect, test } from 'vitest';
import type { OverlayEffect } from '#lib/interactive/board/overlay-effect.ts';
import { AuthorizationError, ConnectionError } from '#lib/model/errors.ts';
import type { Helix } from '#lib/platforms/twitch/helix/request.ts';
import { EffectRunner, type EffectPorts } from '#lib/ui/interactive/effects/effect-runner.ts';
import { createFakeEnvironment, type FakeEnvironmentOptions } from '#tests/support/fake-environment.ts';

const input = { controlID: 'jump', label: 'Jump', name: 'Otter', phase: 'press', held: true } as const;

function createRunner(ports: Partial<EffectPorts> = {}, options: FakeEnvironmentOptions = {}) {
	const fake = createFakeEnvironment(options);
	const said: string[] = [];
	const told: OverlayEffect[] = [];
	const runner = new EffectRunner(
		{
			channel: {
				get helix(): Helix {
					throw new AuthorizationError('scope_missing', 'No.', { scope: 'channel:manage:polls' });
				},
				broadcasterId: '1'
			},
			say: async (text, where) => void said.push(`${where}: ${text}`),
			broadcastOverlay: (effect) => void told.push(effect),
			...ports
		},
		fake.environment
	);
	return { ...fake, runner, said, told };
}

test('a line is said, filled in, where it is wanted', async () => {
	const { runner, said } = createRunner();

	const failure = await runner.run({ type: 'chat', text: '{name} jumps', where: 'twitch' }, input);

	expect(failure).toBeUndefined();
	expect(said).toEqual(['twitch: Otter jumps']);
});

test('a line that would be empty is not said', async () => {
	const { runner, said } = createRunner();

	await runner.run({ type: 'chat', text: '{name}', where: 'twitch' }, { ...input, name: '/' });

	expect(said).toEqual([]);
});

test('chat is not flooded: what comes too often is left out, and told', async () => {
	const { runner, said, clock } = createRunner();
	const say = () => runner.run({ type: 'chat', text: 'Hop', where: 'everywhere' }, input);

	const failures = await Promise.all(Array.from({ length: 20 }, say));
	await clock.tickAsync(30_001);
	await say();

	expect(said).toHaveLength(9);
	expect(failures.filter(Boolean)).toHaveLength(12);
	expect(failures.at(-1)?.sentence).toBe('This came too often and was left out.');
});

test('sounds and images go to the overlays', async () => {
	const { runner, told } = createRunner();

	await runner.run({ type: 'sound', sound: 'coin', volume: 0.4 }, input);
	await runner.run({ type: 'image', image: '🔥', size: 'large', seconds: 2, caption: '<b>{name}' }, input);

	expect(told).toEqual([
		{ type: 'sound', sound: 'coin', volume: 0.4 },
		{ type: 'image', image: '🔥', size: 'large', seconds: 2, caption: '<b>Otter' }
	]);
});

test('a key goes down and comes up, once for many presses', async () => {
	const { runner, told, clock } = createRunner();
	const hold = { type: 'key', keyCode: 39, how: 'hold' };

	await runner.run(hold, input);
	await runner.run(hold, input);
	await runner.run(hold, { ...input, phase: 'release' });
	await runner.run({ type: 'key', keyCode: 32 }, { ...input, held: false });
	await clock.tickAsync(500);

	expect(told.map((effect) => (effect.type === 'key' ? `${effect.event} ${effect.keyCode}` : effect.type))).toEqual([
		'keydown 39',
		'keyup 39',
		'keydown 32',
		'keyup 32'
	]);
});

test('a key that nobody lets go comes up by itself, and with the board', async () => {
	const { runner, told, clock } = createRunner();

	await runner.run({ type: 'key', keyCode: 39, how: 'hold' }, input);
	await clock.tickAsync(10_000);
	await runner.run({ type: 'key', keyCode: 40, how: 'hold' }, input);
	runner.close();

	expect(told.map((effect) => effect.type === 'key' && effect.event)).toEqual(['keydown', 'keyup', 'keydown', 'keyup']);
});

test('a joystick holds the keys of its direction and no other', async () => {
	const { runner } = createRunner();
	const strokes: string[] = [];
	runner.strokes.on(({ event, keyCode }) => strokes.push(`${event} ${keyCode}`));
	const steer = (x: number, y: number) =>
		runner.run({ type: 'steer', keys: 'arrows' }, { ...input, phase: 'move', x, y });

	await steer(-0.9, -0.8);
	await steer(0.9, 0);
	await steer(0, 0);

	expect(strokes).toEqual(['keydown 37', 'keydown 38', 'keyup 37', 'keyup 38', 'keydown 39', 'keyup 39']);
});

test('a missing permission is told in words, with what to allow', async () => {
	const { runner } = createRunner();

	const failure = await runner.run({ type: 'poll', title: 'Hop?', options: ['Yes', 'No'], seconds: 60 }, input);

	expect(failure).toMatchObject({ label: 'Start a poll', error: { scope: 'channel:manage:polls' } });
	expect(failure?.sentence).toContain('poll');
});

test('what is not known or not complete is told, and does nothing', async () => {
	const { runner, said } = createRunner();

	const unknown = await runner.run({ type: 'launch' }, input);
	const incomplete = await runner.run({ type: 'chat', text: '/ban otter', where: 'twitch' }, input);

	expect(unknown?.sentence).toBe('This version does not know this effect.');
	expect(incomplete?.sentence).toBe('The effect is not complete: open it and fill in what is missing.');
	expect(said).toEqual([]);
});

test('what goes wrong in a chat is told in words', async () => {
	const say = () => Promise.reject(new ConnectionError('not_connected', 'No.'));
	const { runner } = createRunner({ say });

	const failure = await runner.run({ type: 'chat', text: 'Hop', where: 'twitch' }, input);

	expect(failure?.sentence).toMatch(/there is no connection just now/);
});

test('a program on this machine gets JSON, over one line', async () => {
	const { runner, sockets } = createRunner();
	const tell = { type: 'socket', url: 'ws://127.0.0.1:9000/game', text: '{"by":"{name}"}' };

	const first = runner.run(tell, input);
	await Promise.all([first, runner.run(tell, { ...input, name: '"}' })]);

	expect(sockets.map(({ url }) => url)).toEqual(['ws://127.0.0.1:9000/game']);
	expect(sockets[0]?.received.map((text) => JSON.parse(text) as unknown)).toEqual([{ by: 'Otter' }, { by: '"}' }]);
	runner.close();
});

test('only this machine is reached', async () => {
	const { runner, sockets } = createRunner();
	const addresses = [
		'ws://evil.example:80',
		'wss://127.0.0.1:9000',
		'ws://127.0.0.1.evil.example:80',
		'ws://localhost@evil.example:80',
		'ws://localhost:99999',
		'ws://localhost:80#x',
		'ws://[::1]:80',
		'http://localhost:80'
	];

	for (const url of addresses) {
		const failure = await runner.run({ type: 'socket', url, text: '{}' }, input);
		expect(failure?.sentence, url).toMatch(/not complete/);
	}

	expect(sockets).toEqual([]);
});

test('a program that does not answer is not asked again for five seconds', async () => {
	let asked = 0;
	const { runner, clock } = createRunner({}, { acceptSocket: () => (asked++, false) });
	const tell = async () => {
		const told = runner.run({ type: 'socket', url: 'ws://localhost:9000', text: '{}' }, input);
		await clock.tickAsync(0);
		return await told;
	};

	const failure = await tell();
	await tell();
	expect(asked).toBe(1);
	await clock.tickAsync(5_000);
	await tell();

	expect(failure?.sentence).toMatch(/No program answers/);
	expect(asked).toBe(2);
});
