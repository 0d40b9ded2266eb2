import type { JsonObject } from '#lib/interactive/json.ts';
import { RejectionError } from '#lib/model/errors.ts';
import type { Connection } from './connection.ts';
import { Resource } from './resource.ts';

/** Where a resource is on the host. */
export interface ControlPlace {
	readonly connection: Connection;
	readonly sceneId: string;
}

/** A control of any kind; beside `update` and `delete`, its events are the inputs that its kind has. */
export class Control extends Resource {
	#place: ControlPlace | undefined;

	constructor(controlId: string, properties: JsonObject = {}) {
		super(controlId, { idProperty: 'controlID', updateMethod: 'onControlUpdate' }, properties);
	}

	/** Puts it in a scene that the host knows; scenes do this. */
	attach(place: ControlPlace | undefined): void {
		this.#place = place;
	}

	/** Tells the host what changed. */
	async update(priority = 0): Promise<void> {
		const { connection, sceneId } = this.#attached();
		await this.sendChanges((changes) =>
			connection.call('updateControls', { sceneID: sceneId, priority, controls: [changes] })
		);
	}

	/** Deletes it from its scene. */
	async delete(): Promise<void> {
		const { connection, sceneId } = this.#attached();
		await connection.call('deleteControls', { sceneID: sceneId, controlIDs: [this.id] });
	}

	#attached(): ControlPlace {
		if (this.#place) return this.#place;
		throw new RejectionError('not_attached', `The control ${this.id} is in no scene of the host's.`);
	}
}
