import type { WebSocket } from 'ws';
import { formatCall } from './room-seats.ts';

/** What a game heard of marked presses: each mark, how often, and how late (ms). */
export interface Heard {
	readonly times: ReadonlyMap<number, number>;
	readonly lateMs: readonly number[];
}

const mark = /"n":(\d+)/;
const pollMs = 10;

/** Presses of a crowd, each with a mark of its own, and what the game hears of them. */
export class MarkedPresses {
	readonly #sentAt = new Map<number, number>();
	readonly #times = new Map<number, number>();
	readonly #lateMs: number[] = [];
	#next = 0;

	constructor(game: WebSocket) {
		game.on('message', (data) => {
			const found = mark.exec(String(data))?.[1];
			if (found !== undefined) this.#hear(Number(found));
		});
	}

	get sent(): number {
		return this.#sentAt.size;
	}

	get heard(): Heard {
		return { times: this.#times, lateMs: this.#lateMs };
	}

	/** Presses the button; its mark is the id of the call too. */
	press(socket: WebSocket): number {
		const n = this.#next++;
		this.#sentAt.set(n, performance.now());
		socket.send(formatCall('giveInput', { controlID: 'jump', event: 'mousedown', n }, n));
		return n;
	}

	#hear(n: number): void {
		const sentAt = this.#sentAt.get(n);
		this.#times.set(n, (this.#times.get(n) ?? 0) + 1);
		if (sentAt !== undefined) this.#lateMs.push(performance.now() - sentAt);
	}
}

/** Does something so often a second, until it is told to stop. */
export function atRate(perSecond: number, act: (turn: number) => void): () => void {
	const startedAt = performance.now();
	let turn = 0;
	const timer = setInterval(() => {
		while (turn < ((performance.now() - startedAt) * perSecond) / 1_000) act(turn++);
	}, 1);
	return () => clearInterval(timer);
}

/** Waits until something is so; fails when it never is. */
export async function until(what: string, done: () => boolean, patienceMs = 30_000): Promise<void> {
	const deadline = performance.now() + patienceMs;
	while (!done()) {
		if (performance.now() > deadline) throw new Error(`It never came: ${what}.`);
		await new Promise((resolve) => setTimeout(resolve, pollMs));
	}
}

/** The value that so many of a hundred are not above. */
export function percentile(values: readonly number[], percent: number): number {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? NaN;
}

/** Names of sessions, as the server makes them. */
export function createNames(count: number): readonly string[] {
	return Array.from({ length: count }, () => crypto.randomUUID());
}
