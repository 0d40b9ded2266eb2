import type { Board } from '#lib/interactive/board/board.ts';
import { RejectionError } from '#lib/model/errors.ts';
import type { BoardRecord, BoardStore } from '#lib/services/board-store.ts';
import type { Clock } from '#lib/transport/clock.ts';

const saveAfterMs = 400;
const mostSteps = 100;
/** What is changed again so soon is one step: a word that is typed, a control that is pushed by keys. */
const sameStepMs = 1_000;

/** Whether a board is kept; `conflict`: another page has saved it meanwhile, and nothing is written until one is chosen. */
export type SaveStatus = 'saved' | 'unsaved' | 'saving' | 'failed' | 'conflict';

/** A board that is being edited: each step can be undone, and is saved by itself. */
export class BoardEditor {
	status = $state<SaveStatus>('saved');
	#board = $state.raw() as Board;
	#past = $state.raw<readonly Board[]>([]);
	#future = $state.raw<readonly Board[]>([]);
	readonly #store: BoardStore;
	readonly #clock: Clock;
	#revision: number;
	#timer: unknown;
	#saving: Promise<void> | undefined;
	#lastStep: { readonly name: string | undefined; readonly at: number } = { name: undefined, at: 0 };

	constructor({ board, revision }: BoardRecord, store: BoardStore, clock: Clock) {
		this.#board = board;
		this.#revision = revision;
		this.#store = store;
		this.#clock = clock;
	}

	get board(): Board {
		return this.#board;
	}

	get canUndo(): boolean {
		return this.#past.length > 0;
	}

	get canRedo(): boolean {
		return this.#future.length > 0;
	}

	/** Follows what other pages do with the board, until the returned function is called; then what is new is saved at once. */
	open(): () => void {
		const stop = this.#store.onNews(() => void this.#readNews());
		return () => {
			stop();
			void this.flush();
		};
	}

	/** Changes the board; changes of the same `step` in a row are undone together. */
	change(board: Board, step?: string): void {
		if (board === this.#board) return;
		const now = this.#clock.now();
		const same = step !== undefined && step === this.#lastStep.name && now - this.#lastStep.at < sameStepMs;
		if (!same || this.#past.length === 0) this.#past = [...this.#past, this.#board].slice(-mostSteps);
		this.#lastStep = { name: step, at: now };
		this.#future = [];
		this.#set(board);
	}

	undo(): void {
		const board = this.#past.at(-1);
		if (!board) return;
		this.#past = this.#past.slice(0, -1);
		this.#future = [...this.#future, this.#board];
		this.#go(board);
	}

	redo(): void {
		const board = this.#future.at(-1);
		if (!board) return;
		this.#future = this.#future.slice(0, -1);
		this.#past = [...this.#past, this.#board];
		this.#go(board);
	}

	/** Saves what is new at once, as the page may be gone soon. */
	async flush(): Promise<void> {
		this.#clock.clearTimeout(this.#timer);
		if (this.status === 'unsaved' || this.status === 'failed') await this.#save(this.#revision);
		await this.#saving;
	}

	/** In a conflict: saves this page's board over the other's. */
	async keepOwn(): Promise<void> {
		await this.#save('any');
	}

	/** In a conflict: takes over what the other page saved; this page's board can be had back by undo. */
	async takeOther(): Promise<void> {
		const record = await this.#store.load(this.#board.id);
		if (record) this.#adopt(record);
		else await this.keepOwn();
	}

	#go(board: Board): void {
		this.#lastStep = { name: undefined, at: 0 };
		this.#set(board);
	}

	#set(board: Board): void {
		this.#board = board;
		if (this.status === 'conflict') return;
		this.status = 'unsaved';
		this.#clock.clearTimeout(this.#timer);
		this.#timer = this.#clock.setTimeout(() => void this.#save(this.#revision), saveAfterMs);
	}

	async #save(base: number | 'any'): Promise<void> {
		// One at a time: the next one starts from the revision of this one.
		if (this.#saving) return this.#saving.then(() => this.flush());
		this.#saving = this.#write(base);
		await this.#saving;
	}

	async #write(base: number | 'any'): Promise<void> {
		const board = this.#board;
		this.status = 'saving';
		try {
			this.#revision = (await this.#store.save(board, base)).revision;
			this.status = board === this.#board ? 'saved' : 'unsaved';
		} catch (error) {
			const elsewhere = error instanceof RejectionError && error.code === 'changed_elsewhere';
			this.status = elsewhere ? 'conflict' : 'failed';
		}
		this.#saving = undefined;
		if (this.status === 'unsaved') this.#set(this.#board);
	}

	async #readNews(): Promise<void> {
		const record = await this.#store.load(this.#board.id);
		if (!record || record.revision === this.#revision) return;
		if (this.status === 'saved') this.#adopt(record);
		else if (this.status === 'unsaved' || this.status === 'failed') {
			this.#clock.clearTimeout(this.#timer);
			this.status = 'conflict';
		}
	}

	#adopt({ board, revision }: BoardRecord): void {
		this.#past = [...this.#past, this.#board].slice(-mostSteps);
		this.#future = [];
		this.#board = board;
		this.#revision = revision;
		this.status = 'saved';
	}
}
