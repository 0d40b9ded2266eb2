import { expect, test } from 'vitest';
import { startDemo } from '#lib/emulator/demo.ts';
import type { ChatEvent } from '#lib/model/chat.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

test('the demo shows lines of both platforms within two seconds, without a network', async () => {
	const { environment, clock, sockets } = createFakeEnvironment();
	const demo = await startDemo(defaultConfig('http://localhost:8787'), environment);
	const events: ChatEvent[] = [];
	for (const connection of demo.connections) {
		connection.onEvent((event) => events.push(event));
		connection.open();
	}

	await clock.tickAsync(2_000);

	const platforms = events.flatMap((event) => (event.type === 'message' ? event.message.channel.platform : []));
	demo.stop();
	expect(platforms.filter((platform) => platform === 'twitch').length).toBeGreaterThan(3);
	expect(platforms.filter((platform) => platform === 'theta').length).toBeGreaterThan(2);
	expect(sockets).toEqual([]);
});

test('a stopped demo is silent and leaves no timer behind', async () => {
	const { environment, clock } = createFakeEnvironment();
	const demo = await startDemo(defaultConfig('http://localhost:8787'), environment);
	let events = 0;
	for (const connection of demo.connections) {
		connection.onEvent(() => events++);
		connection.open();
	}
	await clock.tickAsync(1_000);

	demo.stop();
	events = 0;
	await clock.tickAsync(60_000);

	expect(events).toBe(0);
	expect(clock.countTimers()).toBe(0);
});
