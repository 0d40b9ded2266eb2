import type { WebSocket } from 'ws';
import { formatCall } from '../tests/support/room-seats.ts';

/** What a room did in a stretch of full load, and how late its calm ones were. */
export interface Figures {
	readonly perSecond: number;
	/** Per second of the server's own time. */
	readonly perCpuSecond: number;
	readonly p50Ms: number;
	readonly p99Ms: number;
}

const stretchMs = 2_000;
const calmMs = 1_500;
/** Inputs that are under way at a time: enough that nobody ever waits for the next. */
const mostUnderWay = 2_000;
const calmInputsPerSecond = 1_000;
const calmUpdatesPerSecond = 10;
const movesEach = 40;
const mark = /"n":(\d+)/;
const marks = /"n":(\d+)/g;
let nextId = 0;
let nextMark = 0;

/** Presses that the game is told each for itself. */
export async function measureInputs(
	game: WebSocket,
	crowd: readonly WebSocket[],
	seconds: () => number
): Promise<Figures> {
	const press = (turn: number) => at(crowd, turn).send(formatPress(nextMark++));
	const full = await flood(game, press, seconds);
	const times = await timeInputs(game, crowd);
	return { ...full, ...percentiles(times) };
}

/** Moves that come faster than a stick is sampled; each crowd member ends with a press, which comes after all its moves. */
export async function measureMoves(
	game: WebSocket,
	crowd: readonly WebSocket[],
	seconds: () => number
): Promise<Figures> {
	const sentAt = performance.now();
	const usedAt = seconds();
	const ended = countMessages(game, crowd.length, '"mousedown"');
	for (let turn = 0; turn < crowd.length * movesEach; turn++) {
		at(crowd, turn).send(formatMove(turn));
		// Else everything would wait in this process.
		if (turn % 1_000 === 999) await nextTurn();
	}
	for (const socket of crowd) socket.send(formatPress(nextMark++));
	await ended;
	const count = crowd.length * (movesEach + 1);
	const full = {
		perSecond: (count * 1_000) / (performance.now() - sentAt),
		perCpuSecond: count / (seconds() - usedAt)
	};
	return { ...full, ...percentiles(await timeInputs(game, crowd)) };
}

/** Updates that everybody is told; a unit is one of them told to one. */
export async function measureUpdates(
	game: WebSocket,
	crowd: readonly WebSocket[],
	seconds: () => number
): Promise<Figures> {
	const startedAt = performance.now();
	const usedAt = seconds();
	let told = 0;
	while (performance.now() - startedAt < stretchMs) {
		const two = Promise.all(crowd.map((socket) => countMessages(socket, 2, '"jump"')));
		for (let turn = 0; turn < 2; turn++) game.send(formatUpdate(nextMark++));
		await two;
		told += 2 * crowd.length;
	}
	const spent = performance.now() - startedAt;
	const full = { perSecond: (told * 1_000) / spent, perCpuSecond: told / (seconds() - usedAt) };
	return { ...full, ...percentiles(await timeUpdates(game, crowd)) };
}

/** Keeps as many under way as a room may have, for a stretch. */
async function flood(game: WebSocket, send: (turn: number) => void, seconds: () => number) {
	let sent = 0;
	let heard = 0;
	const startedAt = performance.now();
	const usedAt = seconds();
	return new Promise<Pick<Figures, 'perSecond' | 'perCpuSecond'>>((resolve) => {
		const fill = () => {
			while (sent - heard < mostUnderWay) send(sent++);
		};
		const hear = (data: Buffer) => {
			heard += count(data, '"mousedown"');
			const spent = performance.now() - startedAt;
			if (spent < stretchMs) return void (sent - heard < mostUnderWay / 2 && fill());
			if (heard < sent) return;
			game.off('message', hear);
			resolve({ perSecond: (heard * 1_000) / spent, perCpuSecond: heard / (seconds() - usedAt) });
		};
		game.on('message', hear);
		fill();
	});
}

async function timeInputs(game: WebSocket, crowd: readonly WebSocket[]): Promise<readonly number[]> {
	const sentAt = new Map<number, number>();
	const times: number[] = [];
	const hear = (data: Buffer) => {
		for (const [, n] of String(data).matchAll(marks)) {
			const began = sentAt.get(Number(n));
			if (began !== undefined) times.push(performance.now() - began);
		}
	};
	game.on('message', hear);
	await atRate(calmInputsPerSecond, (turn) => {
		const number = nextMark++;
		sentAt.set(number, performance.now());
		at(crowd, turn).send(formatPress(number));
	});
	await until(() => times.length === sentAt.size);
	game.off('message', hear);
	return times;
}

async function timeUpdates(game: WebSocket, crowd: readonly WebSocket[]): Promise<readonly number[]> {
	const sentAt = new Map<number, number>();
	const times: number[] = [];
	const hear = (data: Buffer) => {
		const began = sentAt.get(Number(mark.exec(String(data))?.[1]));
		if (began !== undefined) times.push(performance.now() - began);
	};
	for (const socket of crowd) socket.on('message', hear);
	await atRate(calmUpdatesPerSecond, () => {
		const number = nextMark++;
		sentAt.set(number, performance.now());
		game.send(formatUpdate(number));
	});
	await until(() => times.length === sentAt.size * crowd.length);
	for (const socket of crowd) socket.off('message', hear);
	return times;
}

/** Does something so often a second for the calm stretch, as evenly as timers are. */
function atRate(perSecond: number, act: (turn: number) => void): Promise<void> {
	const startedAt = performance.now();
	let turn = 0;
	return new Promise((resolve) => {
		const timer = setInterval(() => {
			const spent = performance.now() - startedAt;
			while (turn < (spent * perSecond) / 1_000) act(turn++);
			if (spent < calmMs) return;
			clearInterval(timer);
			resolve();
		}, 1);
	});
}

/** How often a text is in a frame, which may hold several packets. */
function count(data: Buffer, text: string): number {
	let found = 0;
	for (let place = data.indexOf(text); place >= 0; place = data.indexOf(text, place + text.length)) found++;
	return found;
}

function countMessages(socket: WebSocket, most: number, text: string): Promise<void> {
	let heard = 0;
	return new Promise((resolve) => {
		const hear = (data: Buffer) => {
			heard += count(data, text);
			if (heard < most) return;
			socket.off('message', hear);
			resolve();
		};
		socket.on('message', hear);
	});
}

async function until(done: () => boolean): Promise<void> {
	while (!done()) await nextTurn();
}

function nextTurn(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}

function at(crowd: readonly WebSocket[], turn: number): WebSocket {
	const socket = crowd[turn % crowd.length];
	if (!socket) throw new Error('There is nobody in the room.');
	return socket;
}

function formatPress(n: number): string {
	return formatCall('giveInput', { controlID: 'jump', event: 'mousedown', button: 0, n }, nextId++);
}

function formatMove(turn: number): string {
	const angle = turn / 100;
	return formatCall(
		'giveInput',
		{ controlID: 'stick', event: 'move', x: Math.cos(angle), y: Math.sin(angle) },
		nextId++
	);
}

function formatUpdate(n: number): string {
	const controls = [{ controlID: 'jump', kind: 'button', text: `Pressed ${n} times`, n }];
	return formatCall('updateControls', { sceneID: 'default', controls }, nextId++);
}

function percentiles(times: readonly number[]): Pick<Figures, 'p50Ms' | 'p99Ms'> {
	const sorted = [...times].sort((one, other) => one - other);
	const part = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
	return { p50Ms: part(0.5), p99Ms: part(0.99) };
}
