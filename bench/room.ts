import { fork } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import type { WebSocket } from 'ws';
import { batched, createSealKey, LoadGame, openDoor, seatCrowd, type RoomDoor } from '../tests/support/room-seats.ts';
import { startScript, startWorkerd } from '../tests/support/workerd.ts';
import { relayObject } from './relay-object.ts';
import { processSeconds } from './process-seconds.ts';
import { median } from './measure.ts';
import { measureInputs, measureMoves, measureUpdates, type Figures } from './room-load.ts';

const participants = Number(process.env['BENCH_PARTICIPANTS'] ?? 1_000);
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);
const names = Array.from({ length: participants }, () => crypto.randomUUID());
const controls = [
	{ controlID: 'jump', kind: 'button' },
	{ controlID: 'stick', kind: 'joystick' }
];

/** A room that is measured: the sockets of its game and its participants, and the process that holds it. */
interface Candidate {
	readonly name: string;
	readonly game: WebSocket;
	readonly crowd: readonly WebSocket[];
	readonly seconds: () => number;
	close(): Promise<void>;
}

const measures = { inputs: measureInputs, moves: measureMoves, updates: measureUpdates };
type Measure = keyof typeof measures;
const titles: Readonly<Record<Measure, string>> = {
	inputs: 'Presses, each told to the game',
	moves: 'Moves of sticks, as fast as they come; a room tells the newest of each when it is due',
	updates: 'Updates of a control, told to everybody'
};

/** Measures a room of 1,000 beside a bare relay of `ws`, in turns, each in a process of its own. */
export async function measureRoom(): Promise<void> {
	const candidates = [
		await startServer('relay'),
		await startServer('room'),
		await startRelayObject(),
		...(await startWorker())
	];
	try {
		for (const measure of Object.keys(measures) as Measure[]) {
			const taken = new Map<string, Figures[]>(candidates.map(({ name }) => [name, []]));
			for (let round = -1; round < rounds; round++)
				for (const { name, game, crowd, seconds } of candidates) {
					const figures = await measures[measure](game, crowd, seconds);
					if (round >= 0) taken.get(name)?.push(figures);
				}
			report(titles[measure], taken);
		}
		console.log(
			`\nLoad of the machine: ${loadavg()
				.map((value) => value.toFixed(1))
				.join(', ')}`
		);
	} finally {
		for (const candidate of candidates) await candidate.close();
	}
}

async function startServer(kind: 'relay' | 'room'): Promise<Candidate> {
	const child = fork('bench/room-server.ts', [kind], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
	const [port] = (await once(child.stdout ?? child, 'data')) as [Buffer];
	const address = `ws://127.0.0.1:${String(port).trim()}`;
	const name = kind === 'relay' ? 'limit: relay of ws' : 'our room behind ws';
	return seat(name, toDoor(address), child.pid, async () => void child.kill());
}

async function startRelayObject(): Promise<Candidate> {
	const worker = await startScript(relayObject, { settings: {}, objects: { RELAY: 'Relay' } });
	const address = worker.origin.replace('http', 'ws');
	return seat('workerd, bare relay', toDoor(address), worker.pid(), worker.remove);
}

function toDoor(address: string): RoomDoor {
	return { host: `${address}/host`, hostHeaders: {}, participant: async (name) => `${address}/${name}` };
}

/** One Worker with two rooms: a game client of ours is told what comes together in one frame, an original one is not. */
async function startWorker(): Promise<readonly Candidate[]> {
	const sealKey = createSealKey();
	const free = { ROOM_CALLS_PER_SECOND: '1000000', ROOM_HOST_CALLS_PER_SECOND: '1000000' };
	const worker = await startWorkerd({ SEAL_KEY: sealKey, ...free });
	const [own, original] = [await openDoor(worker.origin, sealKey, '1'), await openDoor(worker.origin, sealKey, '2')];
	return [
		await seat('workerd, our client', batched(own), worker.pid(), async () => {}),
		await seat('workerd, original', original, worker.pid(), worker.remove)
	];
}

async function seat(
	name: string,
	door: RoomDoor,
	pid: number | undefined,
	close: () => Promise<void>
): Promise<Candidate> {
	const { socket } = await LoadGame.open(door, controls);
	const crowd = await seatCrowd(door, names);
	return { name, game: socket, crowd, seconds: () => processSeconds(pid ?? 0), close };
}

function report(title: string, taken: ReadonlyMap<string, readonly Figures[]>): void {
	console.log(`\n${title}: ${participants.toLocaleString('en')} participants`);
	const of = (figures: readonly Figures[], key: keyof Figures) => median(figures.map((one) => one[key]));
	const [limit = []] = taken.values();
	for (const [name, figures] of taken) {
		const rate = of(figures, 'perSecond');
		const ratio = median(figures.map((one, round) => one.perSecond / (limit[round]?.perSecond ?? 1)));
		const cpu = median(figures.map((one, round) => one.perCpuSecond / (limit[round]?.perCpuSecond ?? 1)));
		const cells = [
			Math.round(rate).toLocaleString('en').padStart(9),
			`/s ${ratio.toFixed(2)} ×`,
			`  of its own time ${Math.round(of(figures, 'perCpuSecond')).toLocaleString('en').padStart(9)}/s ${cpu.toFixed(2)} ×`,
			`  p50 ${of(figures, 'p50Ms').toFixed(2)} ms  p99 ${of(figures, 'p99Ms').toFixed(2)} ms`
		];
		console.log(`  ${name.padEnd(22)} ${cells.join('')}`);
	}
}
