import { isArray, isObject, type Json, type JsonObject } from '#lib/interactive/json.ts';
import type { Call } from './call.ts';
import { CallEvents } from './call-events.ts';
import { ChangeTracker, type CapturedChanges } from './change-tracker.ts';

/** What the host calls the id of a resource, and the method that tells its changes. */
export interface ResourceKind {
	readonly idProperty: string;
	readonly updateMethod: string;
}

/** Something that the host and the game both know by an id: its properties, their changes, and what happens to it. */
export class Resource {
	readonly id: string;
	readonly #properties: ChangeTracker;
	readonly #updateMethod: string;
	readonly #events = new CallEvents();

	constructor(id: string, { idProperty, updateMethod }: ResourceKind, properties: JsonObject = {}) {
		this.id = id;
		this.#updateMethod = updateMethod;
		this.#properties = new ChangeTracker({ ...properties, [idProperty]: id }, [idProperty]);
	}

	/** A property, or `undefined`. */
	get(name: string): Json | undefined {
		return this.#properties.get(name);
	}

	/** Sets a property here; `update` tells the host. Null removes it, and an object is merged into the one that is there. */
	set(name: string, value: Json): this {
		this.#properties.set(name, value);
		return this;
	}

	/** Sets several at once. */
	assign(properties: JsonObject): this {
		this.#properties.assign(properties);
		return this;
	}

	/** Whether there is something that `update` would tell. */
	hasChanged(): boolean {
		return this.#properties.hasChanged();
	}

	/** All of it, as it goes over the wire. */
	toJson(): JsonObject {
		return this.#properties.toJson();
	}

	/** Listens for `update`, `delete`, or an input by its event's name, and returns what stops that. */
	on(name: string, listener: (call: Call) => void): () => void {
		return this.#events.on(name, listener);
	}

	/** Tells the listeners of an input. */
	receiveInput(event: string, call: Call): void {
		// Viewers name the events of a game's own controls, and may not feign what is the host's.
		if (event !== 'update' && event !== 'delete') this.#events.emit(event, call);
	}

	/** Takes all of it as known to the host. */
	markSynced(): void {
		this.#properties.markSynced();
	}

	/** Takes over what the host told, and tells the listeners of `update` if that is what it was. */
	applyChanges(changes: JsonObject, call: Call): void {
		this.#properties.applyChanges(changes);
		if (call.name === this.#updateMethod) this.#events.emit('update', call);
	}

	/** Tells the listeners of `delete`. */
	applyDeletion(call: Call): void {
		this.#events.emit('delete', call);
	}

	/** Tells the host the changes with `send`; those that it does not take stay changes. */
	protected async sendChanges(send: (changes: JsonObject) => Promise<unknown>): Promise<void> {
		await settle(this.#properties.captureChanges(), send);
	}

	/** Tells the host all of it with `send`; what it does not take stays new. */
	async sendWhole(send: (whole: JsonObject) => Promise<unknown>): Promise<void> {
		const captured = this.#properties.captureChanges();
		await settle({ ...captured, changes: this.toJson() }, send);
	}
}

async function settle({ changes, undo }: CapturedChanges, send: (changes: JsonObject) => Promise<unknown>) {
	try {
		await send(changes);
	} catch (cause) {
		undo();
		throw cause;
	}
}

/** Changes of a resource, by its id. */
export interface IdentifiedChanges {
	readonly id: string;
	readonly properties: JsonObject;
}

/** The resources of a list that the host told; what has no id is left out. */
export function readResources(list: Json | undefined, idProperty: string): readonly IdentifiedChanges[] {
	if (!isArray(list)) return [];
	return list.flatMap((properties) => {
		const id = isObject(properties) ? properties[idProperty] : undefined;
		return isObject(properties) && typeof id === 'string' ? [{ id, properties }] : [];
	});
}

/** Tells the host all of several resources in one call; what it does not take stays new. */
export async function sendAll(
	resources: readonly Resource[],
	send: (whole: readonly JsonObject[]) => Promise<unknown>,
	whole: readonly JsonObject[] = []
): Promise<void> {
	const [first, ...others] = resources;
	if (!first) return void (await send(whole));
	await first.sendWhole((json) => sendAll(others, send, [...whole, json]));
}
