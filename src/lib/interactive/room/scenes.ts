import { parseControl, type Control } from '#lib/interactive/controls/control.ts';
import { CallError, errorCodes } from '#lib/interactive/error-codes.ts';
import { isArray, isObject, omitKeys, type Json, type JsonObject } from '#lib/interactive/json.ts';
import { mergePatch } from '#lib/interactive/merge-patch.ts';
import { toEverybody, type HostMethod } from './outcome.ts';
import { checkCount, checkSize, eachObject, readId, withEntry, withoutEntry } from './params.ts';
import type { RoomSettings } from './settings.ts';
import { defaultId, type Room, type Scene } from './state.ts';

/** A scene as it goes over the wire, whole: its id before its controls, as the Unity client reads it. */
export function formatScene(room: Room, scene: Scene): JsonObject {
	const groups = [...room.groups.values()].filter((group) => group.sceneID === scene.sceneID);
	return { ...scene.properties, sceneID: scene.sceneID, groups, controls: [...scene.controls.values()] };
}

/** Every scene, as it goes over the wire. */
export function formatScenes(room: Room): readonly JsonObject[] {
	return [...room.scenes.values()].map((scene) => formatScene(room, scene));
}

/** The scene of that id. Throws `CallError` where there is none. */
export function findScene(room: Room, sceneID: string, path = 'sceneID'): Scene {
	const scene = room.scenes.get(sceneID);
	if (scene === undefined) throw new CallError(errorCodes.unknownScene, 'There is no such scene.', path);
	return scene;
}

/** Tells every scene, whole. */
export const getScenes: HostMethod = ({ room }) => ({ room, result: { scenes: formatScenes(room) }, events: [] });

/** Makes scenes with their controls; 4011, 4013, 4014, 4017. */
export const createScenes: HostMethod = ({ room, params, context: { settings } }) => {
	let next = room;
	const ids = eachObject(params, 'scenes', (item) => {
		const sceneID = readId(item, 'sceneID');
		if (next.scenes.has(sceneID)) throw new CallError(errorCodes.sceneExists, 'There is such a scene.', 'sceneID');
		const scene = { sceneID, properties: properties({}, item, settings), controls: parseControls(item, settings) };
		next = { ...next, scenes: withEntry(next.scenes, sceneID, scene) };
		return sceneID;
	});
	checkCount(next.scenes.size, settings.mostScenes);
	checkCount(countControls(next), settings.mostControls);
	return announce(next, ids, 'onSceneCreate');
};

/** Merges patches into scenes, but not into their controls; 4010. */
export const updateScenes: HostMethod = ({ room, params, context: { settings } }) => {
	let next = room;
	const ids = eachObject(params, 'scenes', (item) => {
		const scene = findScene(next, readId(item, 'sceneID'));
		const updated = { ...scene, properties: properties(scene.properties, item, settings) };
		next = { ...next, scenes: withEntry(next.scenes, scene.sceneID, updated) };
		return scene.sceneID;
	});
	return announce(next, ids, 'onSceneUpdate');
};

/** Deletes a scene and hands its groups on; 4010, 4018. */
export const deleteScene: HostMethod = ({ room, params }) => {
	const sceneID = readId(params, 'sceneID');
	if (sceneID === defaultId)
		throw new CallError(errorCodes.defaultResource, 'The default scene cannot be deleted.', 'sceneID');
	findScene(room, sceneID);
	const reassignSceneID = readId(params, 'reassignSceneID');
	const scenes = withoutEntry(room.scenes, sceneID);
	findScene({ ...room, scenes }, reassignSceneID, 'reassignSceneID');
	const moved = [...room.groups.values()]
		.filter((group) => group.sceneID === sceneID)
		.map((group) => ({ ...group, sceneID: reassignSceneID }));
	const groups = new Map([...room.groups, ...moved.map((group) => [group.groupID, group] as const)]);
	// Groups first: the viewers' page expects the scene of each group to be there.
	const told = moved.length === 0 ? [] : [toEverybody('onGroupUpdate', { groups: moved })];
	const events = [...told, toEverybody('onSceneDelete', { sceneID, reassignSceneID })];
	return { room: { ...room, scenes, groups }, result: null, events };
};

/** How many controls there are in all scenes. */
export function countControls(room: Room): number {
	let count = 0;
	for (const scene of room.scenes.values()) count += scene.controls.size;
	return count;
}

/** New controls, by their ids, beside those that are there already. Throws `CallError`. */
export function parseControls(
	params: JsonObject,
	settings: RoomSettings,
	present: ReadonlyMap<string, Control> = new Map()
): ReadonlyMap<string, Control> {
	const controls = new Map(present);
	if (!isArray(params['controls'])) return controls;
	eachObject(params, 'controls', (item) => {
		const control = checkSize(parseControl(item), settings.resourceChars);
		if (controls.has(control.controlID))
			throw new CallError(errorCodes.controlExists, 'There is such a control.', 'controlID');
		controls.set(control.controlID, control);
	});
	return controls;
}

/** The game's own properties; controls and groups have calls of their own. */
function properties(old: JsonObject, item: JsonObject, settings: RoomSettings): JsonObject {
	const patch = omitKeys(item, 'sceneID', 'controls', 'groups', 'priority');
	return checkSize(mergePatch(old, patch), settings.resourceChars);
}

function announce(room: Room, ids: readonly string[], method: string) {
	const scenes: Json = ids.map((id) => formatScene(room, findScene(room, id))).filter(isObject);
	return { room, result: { scenes }, events: [toEverybody(method, { scenes })] };
}
