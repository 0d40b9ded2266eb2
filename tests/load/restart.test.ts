import { afterAll, beforeAll, expect, test } from 'vitest';
import { Button, State } from '#lib/interactive/client/index.ts';
import { ParticipantClient } from '#lib/interactive/participant/participant-client.ts';
import { systemEnvironment } from '#lib/transport/environment.ts';
import { atRate, percentile, until } from '#tests/support/crowd.ts';
import { createSealKey, openDoor } from '#tests/support/room-seats.ts';
import { startWorkerd, type Workerd } from '#tests/support/workerd.ts';

const sealKey = createSealKey();
const crowdSize = 500;
const pressesPerSecond = 250;
let worker: Workerd;

beforeAll(async () => {
	worker = await startWorkerd({ SEAL_KEY: sealKey });
});
afterAll(() => worker.remove());

test('after a restart all 500 participants come back, not all at once, and no input was applied twice', async () => {
	const times = new Map<number, number>();
	const game = await openGame(times);
	const crowd = Array.from(
		{ length: crowdSize },
		() => new ParticipantClient({ origin: worker.origin, channel: 'twitch:1' })
	);
	const leave = crowd.map((participant) => participant.open());
	await until('everybody', () => crowd.every(inside));

	let sent = 0;
	let taken = 0;
	const stop = atRate(pressesPerSecond, (turn) => {
		const gesture = { event: 'mousedown', n: sent++ };
		void crowd[turn % crowdSize]?.giveInput('jump', gesture).then(({ type }) => (taken += Number(type === 'taken')));
	});
	await until('two seconds of play', () => taken > 2 * pressesPerSecond);
	await worker.kill();
	const killedAt = performance.now();
	await until('everybody knows', () => !crowd.some(seated));
	const returns = Promise.all([watch(crowd, seated, killedAt), watch(crowd, inside, killedAt)]);
	await worker.start();
	const [seatedMs, backMs] = await returns;
	const takenSoFar = taken;
	await until('two more seconds of play', () => taken > takenSoFar + 2 * pressesPerSecond);
	stop();
	for (const close of [...leave, game]) close();

	const apart = Math.max(...seatedMs) - Math.min(...seatedMs);
	console.info(
		`${backMs.length} back: p50 ${percentile(backMs, 50).toFixed(0)} ms, p95 ${percentile(backMs, 95).toFixed(0)} ms, seated over ${apart.toFixed(0)} ms; ${sent} presses, ${times.size} applied`
	);
	expect(backMs).toHaveLength(crowdSize);
	expect([...times.values()].every((count) => count === 1)).toBe(true);
	expect(apart).toBeGreaterThan(200);
	expect(worker.output()).not.toMatch(/uncaught|exception|unhandled/i);
});

/** Our own game client, which makes its board again; `times` is how often each press was told. */
async function openGame(times: Map<number, number>): Promise<() => void> {
	const door = await openDoor(worker.origin, sealKey);
	const authorization = door.hostHeaders['Authorization'] ?? '';
	const state = await State.connect({ address: door.host, authorization, projectVersionId: 1 }, systemEnvironment);
	const stopPumping = state.pumpAsync();
	const jump = new Button('jump', {});
	jump.on('mousedown', ({ input }) => {
		const n = Number(input['n']);
		times.set(n, (times.get(n) ?? 0) + 1);
	});
	const makeBoard = async () => {
		await state.scene('default')?.createControls(jump);
		await state.setReady();
	};
	const stopWatching = state.connection.changes.on((change) => {
		if (change.type === 'opened' && change.again) void makeBoard();
	});
	await makeBoard();
	return () => {
		stopWatching();
		stopPumping();
		state.connection.close();
	};
}

/** Has a seat, in a game that may not be ready yet. */
function seated({ phase }: ParticipantClient): boolean {
	return phase.type === 'inside';
}

function inside(participant: ParticipantClient): boolean {
	return seated(participant) && participant.mirror.ready;
}

/** How long after the end it was so for each of them, ms. */
async function watch(
	crowd: readonly ParticipantClient[],
	isSo: (participant: ParticipantClient) => boolean,
	killedAt: number
): Promise<readonly number[]> {
	const times = new Map<ParticipantClient, number>();
	for (const participant of crowd)
		participant.changes.on(() => {
			if (isSo(participant) && !times.has(participant)) times.set(participant, performance.now() - killedAt);
		});
	await until('everybody back', () => times.size === crowd.length, 60_000);
	return [...times.values()];
}
