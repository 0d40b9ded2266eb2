import type { BoardControl } from '#lib/interactive/board/board.ts';
import { eachControl, findScene, type Board } from '#lib/interactive/board/board.ts';
import { findWarnings } from '#lib/interactive/board/board-warnings.ts';
import {
	addControl,
	changeControl,
	changeControls,
	copyLayoutFrom,
	duplicateControl,
	fillGrid,
	findControl,
	removeControl,
	type Addition
} from '#lib/interactive/board/edit-board.ts';
import { clampPlacement, findPlacement, place, toGrid, type Placement } from '#lib/interactive/board/grid-placement.ts';
import type { Control } from '#lib/interactive/controls/control.ts';
import type { GridSize } from '#lib/interactive/controls/position.ts';
import type { JsonObject } from '#lib/interactive/json.ts';
import type { BoardEditor } from '#lib/state/board-editor.svelte.ts';
import { createContext } from 'svelte';

/** A board on the workbench: which scene, grid and control are worked on, and what can be done with them. */
export class Workbench {
	readonly editor: BoardEditor;
	/** The grid that is laid out. */
	size = $state<GridSize>('large');
	#sceneId = $state('');
	#selectedId = $state<string>();
	readonly board = $derived.by(() => this.editor.board);
	readonly scene = $derived.by(() => {
		const scene = findScene(this.board, this.#sceneId) ?? this.board.scenes[0];
		if (!scene) throw new Error('A board has a scene.');
		return scene;
	});
	readonly selected = $derived.by(() => findControl(this.board, this.scene.sceneID, this.#selectedId));
	/** Of the scene, on all grids. */
	readonly warnings = $derived.by(() => findWarnings(this.scene));

	constructor(editor: BoardEditor) {
		this.editor = editor;
	}

	get selectedId(): string | undefined {
		return this.selected?.control.controlID;
	}

	openScene(sceneID: string): void {
		this.#sceneId = sceneID;
		this.#selectedId = undefined;
	}

	select(controlID: string | undefined): void {
		this.#selectedId = controlID;
	}

	/** Changes the board; changes of the same `step` in a row are undone together. */
	change(board: Board, step?: string): void {
		this.editor.change(board, step);
	}

	/** Adds a control and selects it; false on a full board. */
	add(kind: string, look: JsonObject): boolean {
		return this.#take(addControl(this.board, this.scene.sceneID, kind, look));
	}

	duplicate(controlID: string): boolean {
		return this.#take(duplicateControl(this.board, this.scene.sceneID, controlID));
	}

	/** Removes a control and returns what brings it back. */
	remove(controlID: string): () => void {
		const { sceneID } = this.scene;
		const index = this.scene.controls.findIndex(({ control }) => control.controlID === controlID);
		const removed = this.scene.controls[index];
		this.change(removeControl(this.board, sceneID, controlID));
		return () => {
			if (!removed || findControl(this.board, sceneID, controlID)) return;
			const controls = (list: readonly BoardControl[]) => [...list.slice(0, index), removed, ...list.slice(index)];
			this.change(changeControls(this.board, sceneID, controls));
		};
	}

	/** Changes the selected control. */
	changeSelected(change: (control: BoardControl) => BoardControl, step?: string): void {
		const id = this.selectedId;
		if (id === undefined) return;
		this.change(changeControl(this.board, this.scene.sceneID, id, change), step && `${id} ${step}`);
	}

	/** Gives the selected control another id. */
	rename(controlID: string): void {
		this.changeSelected((one) => ({ ...one, control: { ...one.control, controlID } }), 'id');
		this.#selectedId = controlID;
	}

	/** Whether a control of the board has that id, other than the selected one. */
	isTaken(controlID: string): boolean {
		if (controlID === this.selectedId) return false;
		return eachControl(this.board).some(({ control }) => control.controlID === controlID);
	}

	/** Where a control lies on the grid that is laid out. */
	placementOf(control: Control): Placement | undefined {
		return findPlacement(control, this.size);
	}

	/** Puts a control elsewhere on the grid, within its edges. */
	put(controlID: string, wanted: Placement, step?: string): void {
		const { size } = this;
		const change = (one: BoardControl) => {
			const placement = clampPlacement(wanted, one.control.kind, toGrid(size));
			return { ...one, control: place(one.control, size, placement) };
		};
		this.change(
			changeControl(this.board, this.scene.sceneID, controlID, change),
			step && `${controlID} ${step} ${size}`
		);
	}

	/** Moves a control in the tab order, one up (-1) or down (1). */
	reorder(controlID: string, by: -1 | 1): void {
		const from = this.scene.controls.findIndex(({ control }) => control.controlID === controlID);
		const [moved, other] = [this.scene.controls[from], this.scene.controls[from + by]];
		if (!moved || !other) return;
		const swapped = this.scene.controls.map((one) => (one === moved ? other : one === other ? moved : one));
		this.change(changeControls(this.board, this.scene.sceneID, () => swapped));
	}

	copyLayout(): void {
		this.change(copyLayoutFrom(this.board, this.scene.sceneID, this.size));
	}

	fillLayout(): void {
		this.change(fillGrid(this.board, this.scene.sceneID, this.size));
	}

	#take({ board, id }: Addition): boolean {
		if (id === undefined) return false;
		this.change(board);
		this.#selectedId = id;
		return true;
	}
}

/** The workbench of the page. */
export const [getWorkbench, setWorkbench] = createContext<Workbench>();
