import { isArray, type JsonObject } from '#lib/interactive/json.ts';
import { systemEnvironment, type Environment } from '#lib/transport/environment.ts';
import type { Call } from './call.ts';
import { CallEvents } from './call-events.ts';
import { Connection, type ConnectionOptions } from './connection.ts';
import type { Control } from './control.ts';
import { Discovery } from './discovery.ts';
import { readResources, sendAll } from './resource.ts';
import { Roster } from './roster.ts';
import { Scene } from './scene.ts';

const defaultSceneId = 'default';

/** Who connects, and where to: an `address`, or whatever `discovery` finds. */
export interface StateOptions extends Omit<ConnectionOptions, 'address'> {
	readonly address?: ConnectionOptions['address'];
	readonly discovery?: Discovery;
}

/** What a game knows of its room: scenes, controls, participants; kept up with the host as calls are pumped. */
export class State {
	readonly connection: Connection;
	readonly #events = new CallEvents();
	readonly #scenes = new Map<string, Scene>();
	#roster = new Roster();

	constructor(connection: Connection) {
		this.connection = connection;
		this.#reset();
		connection.changes.on((change) => {
			if (change.type === 'opened' && change.again) this.#reset();
		});
	}

	/** Connects and resolves with the host's hello. */
	static async connect(options: StateOptions = {}, environment: Environment = systemEnvironment): Promise<State> {
		const { discovery = new Discovery({}, environment), address = await discovery.findAll(), ...credentials } = options;
		const state = new State(new Connection({ ...credentials, address }, environment));
		await state.connection.connect();
		return state;
	}

	/** By id; `default` is always there. */
	get scenes(): ReadonlyMap<string, Scene> {
		return this.#scenes;
	}

	/** By session id, as the host tells of them. */
	get participants(): ReadonlyMap<string, JsonObject> {
		return this.#roster.participants;
	}

	/** By id, as the host tells of them. */
	get groups(): ReadonlyMap<string, JsonObject> {
		return this.#roster.groups;
	}

	scene(sceneId: string): Scene | undefined {
		return this.#scenes.get(sceneId);
	}

	/** Listens for every call of the host's of that name, and returns what stops that. */
	on(name: string, listener: (call: Call) => void): () => void {
		return this.#events.on(name, listener);
	}

	/** Delivers what has come, and returns it: for games that have a loop of their own. */
	pump(): readonly Call[] {
		const calls: Call[] = [];
		for (let call = this.connection.getPacket(); call; call = this.connection.getPacket()) {
			this.#deliver(call);
			calls.push(call);
		}
		return calls;
	}

	/** Delivers whatever comes as it comes, and returns what stops that. */
	pumpAsync(): () => void {
		let running = true;
		const run = async () => {
			while ((await this.connection.hasPacket()) && running) this.pump();
		};
		void run();
		return () => void (running = false);
	}

	/** Makes scenes with their controls on the host; those that are refused are not in the state. */
	async createScenes(...scenes: readonly Scene[]): Promise<void> {
		const replaced = scenes.map(({ id }) => [id, this.#scenes.get(id)] as const);
		// The host tells of a scene before it replies: it has to find this one then.
		for (const scene of scenes) this.#put(scene);
		try {
			await sendAll(scenes, (whole) => this.connection.call('createScenes', { scenes: whole }));
		} catch (cause) {
			for (const [id, old] of replaced) {
				this.#remove(id);
				if (old) this.#put(old);
			}
			throw cause;
		}
	}

	/** Opens the board to inputs, or closes it. */
	async setReady(isReady = true): Promise<void> {
		await this.connection.call('ready', { isReady });
	}

	#deliver(call: Call): void {
		this.#roster.apply(call);
		this.#apply(call);
		this.#events.emit(call.name, call);
	}

	#apply(call: Call): void {
		const { name, data } = call;
		switch (name) {
			case 'onSceneCreate':
			case 'onSceneUpdate':
				return this.#applyScenes(call);
			case 'onSceneDelete':
				return this.#remove(String(data['sceneID']))?.applyDeletion(call);
			case 'onControlCreate':
			case 'onControlUpdate':
				return this.#applyControls(call);
			case 'onControlDelete':
				return this.#applyControlDeletions(call);
			case 'giveInput':
				return this.#applyInput(call);
		}
	}

	#applyScenes(call: Call): void {
		for (const { id, properties } of readResources(call.data['scenes'], 'sceneID')) {
			const scene = this.#scenes.get(id) ?? this.#put(new Scene(id));
			scene.applyChanges(properties, call);
		}
	}

	#applyControls(call: Call): void {
		const scene = this.#scenes.get(String(call.data['sceneID']));
		for (const control of readResources(call.data['controls'], 'controlID')) scene?.applyControl(control, call);
	}

	#applyControlDeletions(call: Call): void {
		const scene = this.#scenes.get(String(call.data['sceneID']));
		for (const id of deletedIds(call.data)) scene?.applyControlDeletion(id, call);
	}

	#applyInput(call: Call): void {
		const { controlID, event } = call.input;
		if (typeof controlID !== 'string' || typeof event !== 'string') return;
		this.#findControl(call.data['participantID'], controlID)?.receiveInput(event, call);
	}

	/** An id is a control's own within its scene only: that of the participant comes first. */
	#findControl(participantId: JsonObject[string] | undefined, controlId: string): Control | undefined {
		const seen = this.#scenes.get(this.#roster.sceneIdOf(participantId) ?? '')?.controls.get(controlId);
		if (seen) return seen;
		for (const { controls } of this.#scenes.values()) if (controls.has(controlId)) return controls.get(controlId);
		return undefined;
	}

	#put(scene: Scene): Scene {
		this.#scenes.set(scene.id, scene);
		scene.attach(this.connection);
		return scene;
	}

	#remove(sceneId: string): Scene | undefined {
		const scene = this.#scenes.get(sceneId);
		scene?.attach(undefined);
		this.#scenes.delete(sceneId);
		return scene;
	}

	/** A room begins empty with each connection of its game. */
	#reset(): void {
		for (const id of [...this.#scenes.keys()]) this.#remove(id);
		this.#roster = new Roster();
		this.#put(new Scene(defaultSceneId)).markSynced();
	}
}

function deletedIds(data: JsonObject): readonly string[] {
	const ids = isArray(data['controlIDs']) ? data['controlIDs'].filter((id) => typeof id === 'string') : [];
	return ids.length > 0 ? ids : readResources(data['controls'], 'controlID').map(({ id }) => id);
}
