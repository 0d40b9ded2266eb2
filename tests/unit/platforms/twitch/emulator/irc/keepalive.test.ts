import { expect, test } from 'vitest';
import { createEmulator, openReader } from '../emulator-fixture.ts';

test('a client that answers PING stays connected', () => {
	const { emulator, clock } = createEmulator();
	const socket = openReader(emulator, 'tidalkit');

	for (let count = 0; count < 3; count++) {
		clock.tick(5 * 60_000);
		socket.write('PONG :tmi.twitch.tv');
	}

	expect(socket.lines).toEqual(Array(3).fill('PING :tmi.twitch.tv'));
	expect(socket.closed).toBe(false);
});

test('a client that does not answer PING is hung up on, though it talks', () => {
	const { emulator, clock } = createEmulator();
	const socket = openReader(emulator, 'tidalkit');

	clock.tick(5 * 60_000);
	socket.write('PING :me');
	clock.tick(10_000);

	expect(socket.closed).toBe(true);
	expect(emulator.joinedChannels()).toEqual([]);
});

test('a closed connection leaves no timer behind', () => {
	const { emulator, clock } = createEmulator();
	const socket = openReader(emulator, 'tidalkit');

	socket.close();

	expect(clock.countTimers()).toBe(0);
});

test("a client's PING is answered with its payload", () => {
	const { emulator } = createEmulator();
	const socket = openReader(emulator);

	expect(socket.write('PING :are you there')).toEqual([':tmi.twitch.tv PONG tmi.twitch.tv :are you there']);
});

test('RECONNECT goes to all, and the connections close later', () => {
	const { emulator, clock } = createEmulator();
	const sockets = [openReader(emulator, 'tidalkit'), openReader(emulator, 'mosslantern')];

	emulator.requestReconnect();
	const openAtFirst = sockets.map((socket) => !socket.closed);
	const late = openReader(emulator, 'tidalkit');
	clock.tick(5000);

	expect(sockets.map((socket) => socket.lines)).toEqual([[':tmi.twitch.tv RECONNECT'], [':tmi.twitch.tv RECONNECT']]);
	expect(openAtFirst).toEqual([true, true]);
	expect(sockets.map((socket) => socket.closed)).toEqual([true, true]);
	expect(late.closed).toBe(false);
});
