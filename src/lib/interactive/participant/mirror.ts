import { parseControl, type Control } from '#lib/interactive/controls/control.ts';
import { CallError } from '#lib/interactive/error-codes.ts';
import { isArray, isObject, omitKeys, type Json, type JsonObject } from '#lib/interactive/json.ts';

/** The participant whose mirror it is, as the host tells them. */
export interface Self extends JsonObject {
	readonly sessionID: string;
	readonly groupID: string;
	readonly username: string;
	readonly disabled: boolean;
	readonly anonymous: boolean;
	/** What can be spent. */
	readonly sparks: number;
}

/** The room as one participant is told of it. */
export interface Mirror {
	/** `undefined` for a watcher, who is nobody in the room. */
	readonly self: Self | undefined;
	/** Whether inputs are taken. */
	readonly ready: boolean;
	readonly world: JsonObject;
	/** The controls of each scene. */
	readonly scenes: ReadonlyMap<string, ReadonlyMap<string, Control>>;
	/** The scene of each group. */
	readonly groups: ReadonlyMap<string, string>;
}

/** A room of which nothing has been heard. */
export const emptyMirror: Mirror = {
	self: undefined,
	ready: false,
	world: {},
	scenes: new Map(),
	groups: new Map()
};

const defaultId = 'default';
const mostScenes = 500;
const mostGroups = 2_000;
const mostControls = 1_000;

type Change = (mirror: Mirror, params: JsonObject) => Mirror;

const changes: ReadonlyMap<string, Change> = new Map<string, Change>([
	['onSceneCreate', mergeScenes],
	['onSceneUpdate', mergeScenes],
	['onSceneDelete', (mirror, params) => ({ ...mirror, scenes: without(mirror.scenes, readId(params, 'sceneID')) })],
	['onControlCreate', mergeControls],
	['onControlUpdate', mergeControls],
	['onControlDelete', deleteControls],
	['onGroupCreate', mergeGroups],
	['onGroupUpdate', mergeGroups],
	['onGroupDelete', (mirror, params) => ({ ...mirror, groups: without(mirror.groups, readId(params, 'groupID')) })],
	['onWorldUpdate', (mirror, params) => ({ ...mirror, world: omitKeys(params, 'scenes') })],
	['onParticipantJoin', mergeSelf],
	['onParticipantUpdate', mergeSelf],
	['onReady', (mirror, params) => ({ ...mirror, ready: params['isReady'] === true })]
]);

/** The mirror after a call of the host's; the same one where the call changes nothing of it. @see https://github.com/mixer/developer-docs Interactive protocol 1.7, participants */
export function reflect(mirror: Mirror, method: string, params: JsonObject | null): Mirror {
	return changes.get(method)?.(mirror, params ?? {}) ?? mirror;
}

/** The controls that this participant sees. */
export function currentControls(mirror: Mirror): readonly Control[] {
	const sceneID = mirror.groups.get(mirror.self?.groupID ?? defaultId) ?? defaultId;
	return [...(mirror.scenes.get(sceneID)?.values() ?? [])];
}

/** The id of the scene that this participant sees. */
export function currentScene(mirror: Mirror): string {
	return mirror.groups.get(mirror.self?.groupID ?? defaultId) ?? defaultId;
}

function mergeScenes(mirror: Mirror, params: JsonObject): Mirror {
	const scenes = new Map(mirror.scenes);
	for (const scene of readObjects(params, 'scenes')) {
		const id = readId(scene, 'sceneID');
		if (id === '' || (scenes.size >= mostScenes && !scenes.has(id))) continue;
		const told = isArray(scene['controls']);
		scenes.set(id, told ? withControls(new Map(), scene) : (scenes.get(id) ?? new Map()));
	}
	return { ...mirror, scenes };
}

function mergeControls(mirror: Mirror, params: JsonObject): Mirror {
	const id = readId(params, 'sceneID');
	const scene = mirror.scenes.get(id);
	return scene ? { ...mirror, scenes: new Map(mirror.scenes).set(id, withControls(scene, params)) } : mirror;
}

function deleteControls(mirror: Mirror, params: JsonObject): Mirror {
	const id = readId(params, 'sceneID');
	const controls = new Map(mirror.scenes.get(id));
	for (const item of readObjects(params, 'controls')) controls.delete(readId(item, 'controlID'));
	return mirror.scenes.has(id) ? { ...mirror, scenes: new Map(mirror.scenes).set(id, controls) } : mirror;
}

function mergeGroups(mirror: Mirror, params: JsonObject): Mirror {
	const groups = new Map(mirror.groups);
	for (const group of readObjects(params, 'groups').slice(0, mostGroups))
		groups.set(readId(group, 'groupID'), readId(group, 'sceneID') || defaultId);
	return groups.size > mostGroups ? mirror : { ...mirror, groups };
}

/** A participant is told of nobody but themselves. */
function mergeSelf(mirror: Mirror, params: JsonObject): Mirror {
	const [card] = readObjects(params, 'participants');
	if (!card) return mirror;
	const sparks = card['sparks'] ?? mirror.self?.sparks;
	const self: Self = {
		...card,
		sessionID: readId(card, 'sessionID'),
		groupID: readId(card, 'groupID') || defaultId,
		username: readId(card, 'username'),
		disabled: card['disabled'] === true,
		anonymous: card['anonymous'] === true,
		sparks: typeof sparks === 'number' && Number.isFinite(sparks) ? sparks : 0
	};
	return { ...mirror, self };
}

function withControls(present: ReadonlyMap<string, Control>, from: JsonObject): ReadonlyMap<string, Control> {
	const controls = new Map(present);
	for (const item of readObjects(from, 'controls').slice(0, mostControls)) {
		const control = readControl(item);
		if (control && controls.size < mostControls + present.size) controls.set(control.controlID, control);
	}
	return controls;
}

function readControl(item: JsonObject): Control | undefined {
	try {
		return parseControl(item);
	} catch (cause) {
		if (cause instanceof CallError) return undefined;
		throw cause;
	}
}

function readObjects(params: JsonObject, key: string): readonly JsonObject[] {
	const list: Json | undefined = params[key];
	return isArray(list) ? list.filter(isObject) : [];
}

function readId(params: JsonObject, key: string): string {
	const id = params[key];
	return typeof id === 'string' ? id : '';
}

function without<Value>(map: ReadonlyMap<string, Value>, id: string): ReadonlyMap<string, Value> {
	const rest = new Map(map);
	rest.delete(id);
	return rest;
}
