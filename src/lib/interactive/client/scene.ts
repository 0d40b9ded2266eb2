import { omitKeys, type JsonObject } from '#lib/interactive/json.ts';
import { RejectionError } from '#lib/model/errors.ts';
import type { Call } from './call.ts';
import type { Connection } from './connection.ts';
import type { Control } from './control.ts';
import { toControl } from './control-kinds.ts';
import { readResources, sendAll, Resource, type IdentifiedChanges } from './resource.ts';

/** A board of controls, which groups of participants see. */
export class Scene extends Resource {
	readonly #controls = new Map<string, Control>();
	#connection: Connection | undefined;

	constructor(sceneId: string, properties: JsonObject = {}) {
		const kind = { idProperty: 'sceneID', updateMethod: 'onSceneUpdate' };
		super(sceneId, kind, omitKeys(properties, 'controls', 'groups'));
		for (const control of readResources(properties['controls'], 'controlID')) this.#learn(control);
	}

	/** Its controls, by id. */
	get controls(): ReadonlyMap<string, Control> {
		return this.#controls;
	}

	/** Ties it to a host; a state does this. */
	attach(connection: Connection | undefined): void {
		this.#connection = connection;
		for (const control of this.#controls.values()) control.attach(this.#place());
	}

	/** Makes controls on the host; those that are refused are not in the scene. */
	async createControls(...controls: readonly Control[]): Promise<void> {
		const connection = this.#attached();
		const fresh = controls.filter((control) => this.#controls.get(control.id) !== control);
		const replaced = fresh.map(({ id }) => this.#controls.get(id)).filter((control) => control !== undefined);
		// The host tells of a control before it replies: it has to find this one then.
		this.attachControls(...fresh);
		const send = (whole: readonly JsonObject[]) =>
			connection.call('createControls', { sceneID: this.id, controls: whole });
		try {
			await sendAll(controls, send);
		} catch (cause) {
			for (const control of fresh) this.#forget(control.id);
			this.attachControls(...replaced);
			throw cause;
		}
	}

	/** Adds controls that are on the host already, as those of a stored project are, so that their events are heard. */
	attachControls(...controls: readonly Control[]): void {
		for (const control of controls) {
			this.#controls.set(control.id, control);
			control.attach(this.#place());
		}
	}

	/** Tells the host what changed; its controls have updates of their own. */
	async update(priority = 0): Promise<void> {
		const connection = this.#attached();
		await this.sendChanges((changes) => connection.call('updateScenes', { priority, scenes: [changes] }));
	}

	/** Deletes it, and its groups see the other one. */
	async delete(reassignSceneId = 'default'): Promise<void> {
		await this.#attached().call('deleteScene', { sceneID: this.id, reassignSceneID: reassignSceneId });
	}

	/** All of it with its controls, as it goes over the wire. */
	override toJson(): JsonObject {
		return { ...super.toJson(), controls: [...this.#controls.values()].map((control) => control.toJson()) };
	}

	/** Tells the host all of it with `send`; what it does not take stays new, its controls too. */
	override async sendWhole(send: (whole: JsonObject) => Promise<unknown>): Promise<void> {
		await super.sendWhole((whole) => sendAll([...this.#controls.values()], () => send(whole)));
	}

	/** Takes over what the host told of it, and of its controls where it names any. */
	override applyChanges(changes: JsonObject, call: Call): void {
		for (const control of readResources(changes['controls'], 'controlID')) this.applyControl(control, call);
		super.applyChanges(omitKeys(changes, 'controls', 'groups'), call);
	}

	/** Takes over what the host told of a control, which may be new. */
	applyControl(changes: IdentifiedChanges, call: Call): void {
		const known = this.#controls.get(changes.id);
		if (known) return known.applyChanges(changes.properties, call);
		this.#learn(changes, call);
	}

	/** Lets go of a control that the host deleted. */
	applyControlDeletion(controlId: string, call: Call): void {
		const control = this.#controls.get(controlId);
		this.#forget(controlId);
		control?.applyDeletion(call);
	}

	#learn({ id, properties }: IdentifiedChanges, call?: Call): void {
		const control = toControl(id, properties);
		this.attachControls(control);
		if (call) control.applyChanges(properties, call);
	}

	#forget(controlId: string): void {
		this.#controls.get(controlId)?.attach(undefined);
		this.#controls.delete(controlId);
	}

	#place() {
		return this.#connection && { connection: this.#connection, sceneId: this.id };
	}

	#attached(): Connection {
		if (this.#connection) return this.#connection;
		throw new RejectionError('not_attached', `The scene ${this.id} is not on a host.`);
	}
}
