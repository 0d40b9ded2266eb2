import type { Json, JsonObject } from '#lib/interactive/json.ts';
import { mergePatch } from '#lib/interactive/merge-patch.ts';
import { createPatch } from './create-patch.ts';

/** Changes on their way to the host. */
export interface CapturedChanges {
	/** A merge patch, with the intrinsic properties. */
	readonly changes: JsonObject;
	/** Makes them changes again, since the host did not take them. */
	undo(): void;
}

/** Properties, and which of them the host does not know yet. */
export class ChangeTracker {
	readonly #intrinsic: readonly string[];
	#current: JsonObject;
	#synced: JsonObject = {};

	/** `intrinsic` properties go along with every change, as ids do. */
	constructor(properties: JsonObject = {}, intrinsic: readonly string[] = []) {
		this.#current = mergePatch({}, properties);
		this.#intrinsic = intrinsic;
	}

	/** A property, or `undefined`. */
	get(name: string): Json | undefined {
		return Object.hasOwn(this.#current, name) ? this.#current[name] : undefined;
	}

	/** Sets a property: null removes it, and an object is merged into the one that is there. */
	set(name: string, value: Json): void {
		this.assign({ [name]: value });
	}

	/** Sets several at once. */
	assign(properties: JsonObject): void {
		this.#current = mergePatch(this.#current, properties);
	}

	/** Whether the host does not know all of it. */
	hasChanged(): boolean {
		return Object.keys(createPatch(this.#synced, this.#current)).length > 0;
	}

	/** Everything, as it goes over the wire. */
	toJson(): JsonObject {
		return this.#current;
	}

	/** Takes what changed; from here on it counts as known to the host. */
	captureChanges(): CapturedChanges {
		const before = this.#synced;
		const after = this.#current;
		this.#synced = after;
		const ids = Object.entries(after).filter(([key]) => this.#intrinsic.includes(key));
		return {
			changes: { ...Object.fromEntries(ids), ...createPatch(before, after) },
			undo: () => void (this.#synced = mergePatch(this.#synced, createPatch(after, before)))
		};
	}

	/** Takes all of it as known to the host. */
	markSynced(): void {
		this.#synced = this.#current;
	}

	/** Merges what the host told; changes that it does not know yet stay. */
	applyChanges(changes: JsonObject): void {
		const own = createPatch(this.#synced, this.#current);
		this.#synced = mergePatch(this.#synced, changes);
		this.#current = mergePatch(this.#synced, own);
	}
}
