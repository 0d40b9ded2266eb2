import { expect, test } from 'vitest';
import { RoomSocket } from '#lib/interactive/participant/room-socket.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

test('a watcher speaks as soon as it is greeted, since a server ends who never spoke without telling them', async () => {
	const heard: string[] = [];
	const fake = createFakeEnvironment({
		acceptSocket: (socket) => {
			socket.onmessage = (text) => void heard.push(text);
			queueMicrotask(() =>
				socket.send('{"type":"method","method":"hello","params":null,"id":0,"seq":1,"discard":true}')
			);
			return true;
		}
	});
	const listener = { onCall: () => {}, onClockOffset: () => {}, onClose: () => {} };

	const socket = new RoomSocket('wss://rooms.example/', listener, fake.environment, { watching: true });
	await fake.clock.tickAsync(10);
	socket.close();

	expect(heard).toEqual(['ping']);
});
