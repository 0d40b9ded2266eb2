import type { Board } from '#lib/interactive/board/board.ts';
import { parseBoard } from '#lib/interactive/board/parse-board.ts';
import { RejectionError } from '#lib/model/errors.ts';
import type { Clock } from '#lib/transport/clock.ts';
import * as v from 'valibot';
import type { RunExclusively } from './accounts.ts';
import type { RecordNews } from './shared-record.ts';
import type { Storage } from './storage.ts';

/** As many boards as a browser keeps. */
export const mostBoards = 100;

const keyPrefix = 'board ';
const lockName = 'tributary.boards';
const recordSchema = v.object({
	revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
	savedAt: v.pipe(v.number(), v.finite()),
	board: v.unknown()
});

/** A board as it is kept. */
export interface BoardRecord {
	/** Grows each time the board is saved, by whichever page. */
	readonly revision: number;
	/** Epoch ms. */
	readonly savedAt: number;
	readonly board: Board;
}

/** What keeping takes of the page. */
export interface BoardPorts {
	/** Called when the boards are first needed. */
	readonly openStorage: () => Promise<Storage>;
	readonly clock: Clock;
	readonly random: () => number;
	readonly runExclusively: RunExclusively;
	readonly news: RecordNews;
}

/** The boards of this browser: no page writes over what another one saved meanwhile. */
export class BoardStore {
	readonly #ports: BoardPorts;
	#opening: Promise<Storage> | undefined;

	constructor(ports: BoardPorts) {
		this.#ports = ports;
	}

	/** Every board, newest first, and how many are kept but cannot be read. */
	async loadAll(): Promise<{ readonly records: readonly BoardRecord[]; readonly unreadable: number }> {
		const storage = await this.#storage();
		const keys = (await storage.keys()).filter((key) => key.startsWith(keyPrefix));
		const read = await Promise.all(keys.map(async (key) => parseRecord(await storage.load(key))));
		const records = read.filter((record) => record !== undefined);
		const newestFirst = records.sort((one, other) => other.savedAt - one.savedAt);
		return { records: newestFirst, unreadable: read.length - records.length };
	}

	/** One board; `undefined` where there is none that can be read. */
	async load(id: string): Promise<BoardRecord | undefined> {
		return parseRecord(await (await this.#storage()).load(keyPrefix + id));
	}

	/** Whether what is saved outlives the page. */
	async persistent(): Promise<boolean> {
		return (await this.#storage()).persistent;
	}

	/**
	 * Saves a board over the revision that it was made of; `undefined` for a new one, `any` over whatever there is.
	 * Throws `RejectionError` `changed_elsewhere` or `too_many`.
	 */
	async save(board: Board, base: number | 'any' | undefined): Promise<BoardRecord> {
		const { runExclusively, clock, news } = this.#ports;
		return runExclusively(lockName, async () => {
			const storage = await this.#storage();
			const stored = parseRecord(await storage.load(keyPrefix + board.id));
			if (base !== 'any' && stored?.revision !== base)
				throw new RejectionError('changed_elsewhere', 'Another page has saved this board.');
			if (!stored && (await storage.keys()).length >= mostBoards)
				throw new RejectionError('too_many', 'There are too many boards.');
			const record = { revision: (stored?.revision ?? 0) + 1, savedAt: clock.now(), board };
			await storage.save(keyPrefix + board.id, record);
			news.tell();
			return record;
		});
	}

	/** Forgets a board. */
	async remove(id: string): Promise<void> {
		await this.#ports.runExclusively(lockName, async () => (await this.#storage()).remove(keyPrefix + id));
		this.#ports.news.tell();
	}

	/** An id that no board has. */
	createId(): string {
		const { clock, random } = this.#ports;
		return `${clock.now().toString(36)}${Math.floor(random() * 2 ** 40).toString(36)}`;
	}

	/** Hears that another page saved or removed a board. */
	onNews(listener: () => void): () => void {
		return this.#ports.news.on(listener);
	}

	#storage(): Promise<Storage> {
		return (this.#opening ??= this.#ports.openStorage());
	}
}

function parseRecord(stored: unknown): BoardRecord | undefined {
	const read = v.safeParse(recordSchema, stored);
	if (!read.success) return undefined;
	try {
		return { ...read.output, board: parseBoard(read.output.board) };
	} catch {
		return undefined;
	}
}
