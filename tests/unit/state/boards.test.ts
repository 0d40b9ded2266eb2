import { expect, test, vi } from 'vitest';
import type { Board } from '#lib/interactive/board/board.ts';
import { createBoard } from '#lib/interactive/board/templates.ts';
import { createMemoryStorage } from '#lib/services/storage.ts';
import { Boards } from '#lib/state/boards.svelte.ts';
import type { BoardEditor } from '#lib/state/board-editor.svelte.ts';
import { templateWords } from '#tests/support/boards.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

/** One browser: its pages share a storage, a lock and their news. */
function openBrowser() {
	const { environment, clock } = createFakeEnvironment();
	const storage = createMemoryStorage();
	const pages: (() => void)[] = [];
	let queue: Promise<unknown> = Promise.resolve();
	const openPage = () => {
		const listeners: (() => void)[] = [];
		const hear = () => listeners.forEach((listener) => listener());
		pages.push(hear);
		return new Boards({
			...environment,
			openStorage: async () => storage,
			runExclusively: (_, task) => {
				const done = queue.then(task);
				queue = done.catch(() => undefined);
				return done;
			},
			news: {
				tell: () => pages.filter((page) => page !== hear).forEach((page) => page()),
				on: (listener) => {
					listeners.push(listener);
					return () => void listeners.splice(listeners.indexOf(listener), 1);
				}
			}
		});
	};
	return { storage, clock, openPage };
}

const vote = (id = 'b') => createBoard('vote', templateWords, { id, name: 'Vote' });
const named = (board: Board, name: string) => ({ ...board, name });

async function openEditor(boards: Boards, id = 'b'): Promise<BoardEditor> {
	const editor = await boards.edit(id);
	if (!editor) throw new Error('There is no such board.');
	editor.open();
	return editor;
}

test('boards outlive the page, the newest first, and a broken one costs no other', async () => {
	const { storage, clock, openPage } = openBrowser();
	const boards = openPage();
	await boards.add(vote('one'));
	clock.tick(1_000);
	await boards.add(vote('two'));
	await storage.save('board three', { revision: 1, savedAt: 0, board: { id: 'three', scenes: 'none' } });

	const later = openPage();
	await later.load();

	expect(later.records.map(({ board }) => board.id)).toEqual(['two', 'one']);
	expect(later).toMatchObject({ unreadable: 1, ready: true, persistent: false });
	expect(later.find('one')).toEqual(vote('one'));
});

test('a board is renamed, duplicated, removed and brought back', async () => {
	const boards = openBrowser().openPage();
	await boards.add(vote());
	await boards.rename('b', '  Night vote ');
	await boards.rename('b', '   ');
	await boards.duplicate(boards.find('b') ?? vote(), 'Copy');
	const bringBack = await boards.remove('b');

	expect(boards.records.map(({ board }) => board.name)).toEqual(['Copy']);
	await bringBack();
	expect(boards.find('b')?.name).toBe('Night vote');
});

test('there is an end to how many are kept', async () => {
	const boards = openBrowser().openPage();
	for (let index = 0; index < 100; index++) await boards.add(vote(`b${index}`));

	await expect(boards.add(vote('more'))).rejects.toMatchObject({ code: 'too_many' });
	expect(boards.full).toBe(true);
});

test('a change is saved by itself, and what is typed in a row is one step', async () => {
	const { clock, openPage } = openBrowser();
	const boards = openPage();
	await boards.add(vote());
	const editor = await openEditor(boards);

	for (const name of ['N', 'Ni', 'Nig']) editor.change(named(editor.board, name), 'name');
	clock.tick(2_000);
	editor.change(named(editor.board, 'Night'), 'name');
	expect(editor.status).not.toBe('saved');
	await clock.tickAsync(500);

	await vi.waitFor(() => expect(editor.status).toBe('saved'));
	await boards.load();
	expect(boards.find('b')?.name).toBe('Night');
	editor.undo();
	expect(editor.board.name).toBe('Nig');
	editor.undo();
	expect(editor).toMatchObject({ canUndo: false, canRedo: true });
	expect(editor.board.name).toBe('Vote');
	editor.redo();
	editor.redo();
	expect(editor.board.name).toBe('Night');
});

test('steps that can be undone have an end', async () => {
	const { clock, openPage } = openBrowser();
	const boards = openPage();
	await boards.add(vote());
	const editor = await openEditor(boards);
	for (let index = 0; index < 300; index++) editor.change(named(editor.board, `n${index}`));

	let steps = 0;
	for (; editor.canUndo; steps++) editor.undo();

	expect(steps).toBe(100);
	await clock.runAllAsync();
});

test('a page without changes follows what another one saves', async () => {
	const { clock, openPage } = openBrowser();
	const [here, there] = [openPage(), openPage()];
	await here.add(vote());
	const [mine, theirs] = [await openEditor(here), await openEditor(there)];

	theirs.change(named(theirs.board, 'Theirs'));
	await clock.tickAsync(500);

	await vi.waitFor(() => expect(mine.board.name).toBe('Theirs'));
	expect(mine.status).toBe('saved');
});

test('two pages never write over each other unasked, and whichever is chosen nothing is lost to undo', async () => {
	const { clock, openPage } = openBrowser();
	const [here, there] = [openPage(), openPage()];
	await here.add(vote());
	const [mine, theirs] = [await openEditor(here), await openEditor(there)];

	theirs.change(named(theirs.board, 'Theirs'));
	clock.tick(300);
	mine.change(named(mine.board, 'Mine'));
	await clock.tickAsync(1_000);

	await vi.waitFor(() => expect([mine.status, theirs.status]).toEqual(['conflict', 'saved']));
	await here.load();
	expect(here.find('b')?.name).toBe('Theirs');
	await mine.takeOther();
	expect([mine.board.name, mine.status]).toEqual(['Theirs', 'saved']);
	mine.undo();
	expect(mine.board.name).toBe('Mine');
});

test('the own board is kept over the other one on request', async () => {
	const { clock, openPage } = openBrowser();
	const [here, there] = [openPage(), openPage()];
	await here.add(vote());
	const mine = await openEditor(here);
	await there.rename('b', 'Theirs');
	await vi.waitFor(() => expect(mine.board.name).toBe('Theirs'));
	mine.change(named(mine.board, 'Mine'));
	await there.remove('b');
	await clock.tickAsync(1_000);
	await vi.waitFor(() => expect(mine.status).toBe('conflict'));

	await mine.keepOwn();

	expect(mine.status).toBe('saved');
	await here.load();
	expect(here.find('b')?.name).toBe('Mine');
});

test('a full disk is told, and the next change tries again', async () => {
	const { storage, clock, openPage } = openBrowser();
	const boards = openPage();
	await boards.add(vote());
	const editor = await openEditor(boards);
	const { save } = storage;
	storage.save = async () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
	editor.change(named(editor.board, 'One'));
	await clock.tickAsync(500);
	await vi.waitFor(() => expect(editor.status).toBe('failed'));

	storage.save = save;
	await editor.flush();

	expect(editor.status).toBe('saved');
});
