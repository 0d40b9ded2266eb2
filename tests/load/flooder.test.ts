import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { atRate, createNames, MarkedPresses, percentile, until } from '#tests/support/crowd.ts';
import { createSealKey, formatCall, LoadGame, openDoor, seatCrowd } from '#tests/support/room-seats.ts';
import { startWorkerd, type Workerd } from '#tests/support/workerd.ts';

const sealKey = createSealKey();
const crowdSize = 500;
const pressesPerSecond = 1_000;
const floodPerSecond = 1_000;
let worker: Workerd;

beforeAll(async () => {
	worker = await startWorkerd({ SEAL_KEY: sealKey });
});
afterAll(() => worker.remove());

test('among 500 participants a flooder is closed, and every press of the others reaches the game once', async () => {
	const door = await openDoor(worker.origin, sealKey);
	const { socket: game } = await LoadGame.open(door, [{ controlID: 'jump', kind: 'button' }]);
	const names = createNames(crowdSize + 1);
	const [flooder, ...others] = await seatCrowd(door, names);
	if (!flooder) throw new Error('Nobody came.');
	const presses = new MarkedPresses(game);

	const stopPressing = atRate(pressesPerSecond, (turn) => presses.press(others[turn % others.length] ?? flooder));
	await until('a calm second', () => presses.sent >= pressesPerSecond);
	const floodedAt = performance.now();
	const closed = once(flooder, 'close') as Promise<[code: number]>;
	const stopFlooding = atRate(floodPerSecond, (turn) => {
		if (flooder.readyState === flooder.OPEN)
			flooder.send(formatCall('giveInput', { controlID: 'jump', event: 'mousedown', n: 1e6 + turn }, 1e6 + turn));
	});
	const [code] = await closed;
	const closedAfterMs = performance.now() - floodedAt;
	stopFlooding();
	const sentSoFar = presses.sent;
	await until('two more seconds', () => presses.sent >= sentSoFar + 2 * pressesPerSecond);
	stopPressing();
	await until('every press', () => ownTimes(presses).length === presses.sent);

	const { lateMs } = presses.heard;
	console.info(
		`${presses.sent} presses: p50 ${percentile(lateMs, 50).toFixed(1)} ms, p95 ${percentile(lateMs, 95).toFixed(1)} ms; flooder closed after ${closedAfterMs.toFixed(0)} ms`
	);
	expect(code).toBe(4025);
	await expect(seatCrowd(door, names.slice(0, 1))).rejects.toThrow('4025');
	expect(ownTimes(presses).every((times) => times === 1)).toBe(true);
	expect(others.every((socket) => socket.readyState === socket.OPEN)).toBe(true);
	// What the flooder was allowed before it was refused.
	expect([...presses.heard.times.keys()].filter((n) => n >= 1e6).length).toBeLessThan(200);
	expect(worker.output()).not.toMatch(/uncaught|exception/i);
});

function ownTimes({ heard }: MarkedPresses): readonly number[] {
	return [...heard.times].filter(([n]) => n < 1e6).map(([, times]) => times);
}
