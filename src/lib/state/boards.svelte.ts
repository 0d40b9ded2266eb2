import type { Board } from '#lib/interactive/board/board.ts';
import { toName } from '#lib/interactive/board/parse-board.ts';
import { BoardStore, mostBoards, type BoardPorts, type BoardRecord } from '#lib/services/board-store.ts';
import { runExclusively } from '#lib/services/lock.ts';
import { openRecordNews } from '#lib/services/record-news.ts';
import { openStorage } from '#lib/services/storage.ts';
import { systemEnvironment } from '#lib/transport/environment.ts';
import { BoardEditor } from './board-editor.svelte.ts';

/** The streamer's boards, as this browser keeps them. */
export class Boards {
	/** Whether they have been loaded. */
	ready = $state(false);
	/** Whether they could not be loaded. */
	failed = $state(false);
	/** False when what is saved lasts only until the page closes. */
	persistent = $state(true);
	/** Boards that are kept but cannot be read. */
	unreadable = $state(0);
	#records = $state.raw<readonly BoardRecord[]>([]);
	readonly #ports: BoardPorts;
	readonly #store: BoardStore;

	constructor(ports: BoardPorts) {
		this.#ports = ports;
		this.#store = new BoardStore(ports);
	}

	/** The newest first. */
	get records(): readonly BoardRecord[] {
		return this.#records;
	}

	get full(): boolean {
		return this.#records.length + this.unreadable >= mostBoards;
	}

	/** Loads the boards and follows what other pages do with them, until the returned function is called. */
	open(): () => void {
		const stop = this.#store.onNews(() => void this.load());
		void this.load();
		return stop;
	}

	async load(): Promise<void> {
		try {
			const { records, unreadable } = await this.#store.loadAll();
			this.#records = records;
			this.unreadable = unreadable;
			this.persistent = await this.#store.persistent();
			this.ready = true;
			this.failed = false;
		} catch {
			this.failed = true;
		}
	}

	find(id: string): Board | undefined {
		return this.#records.find(({ board }) => board.id === id)?.board;
	}

	createId(): string {
		return this.#store.createId();
	}

	/** Keeps a new board. Throws `RejectionError` `too_many`. */
	async add(board: Board): Promise<void> {
		await this.#store.save(board, undefined);
		await this.load();
	}

	/** Keeps a copy of a board. Throws `RejectionError` `too_many`. */
	async duplicate(board: Board, name: string): Promise<void> {
		await this.add({ ...board, id: this.createId(), name: toName(name) });
	}

	/** Gives a board another name; a name of nothing changes nothing. Throws `RejectionError` `changed_elsewhere`. */
	async rename(id: string, name: string): Promise<void> {
		const record = await this.#store.load(id);
		if (!record || name.trim() === '') return;
		await this.#store.save({ ...record.board, name: toName(name) }, record.revision);
		await this.load();
	}

	/** Forgets a board and returns what brings it back. */
	async remove(id: string): Promise<() => Promise<void>> {
		const board = this.find(id);
		await this.#store.remove(id);
		await this.load();
		return async () => {
			if (board) await this.add(board);
		};
	}

	/** What edits a board; `undefined` where there is none of that id. */
	async edit(id: string): Promise<BoardEditor | undefined> {
		const record = await this.#store.load(id);
		return record && new BoardEditor(record, this.#store, this.#ports.clock);
	}
}

/** The boards of this page. */
export function createBoards(): Boards {
	const { clock, random } = systemEnvironment;
	const news = openRecordNews('tributary-boards');
	return new Boards({ openStorage: () => openStorage('tributary-boards'), clock, random, runExclusively, news });
}
