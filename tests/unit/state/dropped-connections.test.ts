import { expect, test } from 'vitest';
import { DroppedConnections, type WatchedConnection } from '#lib/state/dropped-connections.svelte.ts';
import { adaptClock, createFakeEnvironment, fakeNow } from '#tests/support/fake-environment.ts';

function open() {
	const { clock } = createFakeEnvironment();
	const drops = new DroppedConnections(adaptClock(clock));
	const read = (...states: readonly WatchedConnection['state'][]) =>
		drops.read(states.map((state, index) => ({ id: String(index), name: `c${index}`, state })));
	return { clock, drops, read };
}

test('a connection that was there and is lost is a drop, from when and for how long', async () => {
	const { clock, drops, read } = open();
	read('connected', 'connected');
	await clock.tickAsync(1_000);
	read('lost', 'connected');
	expect(drops.lost).toBe(true);
	await clock.tickAsync(4_000);
	read('connected', 'connected');

	expect(drops.count).toBe(1);
	expect(drops.lost).toBe(false);
	expect(drops.list).toMatchObject([{ name: 'c0', from: fakeNow + 1_000, to: fakeNow + 5_000 }]);
});

test('trying again and again is one drop, and a connection that never was is none', () => {
	const { drops, read } = open();

	read('lost', 'connected');
	read('lost', 'lost');
	read('lost', 'pending');
	read('pending', 'lost');
	read('lost', 'connected');
	read('lost', 'closed');

	expect(drops.count).toBe(1);
});

test('a channel that is removed while it is lost is lost no more', () => {
	const { drops, read } = open();
	read('connected');
	read('lost');

	read();

	expect(drops.lost).toBe(false);
});
