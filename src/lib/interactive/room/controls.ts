import { patchControl } from '#lib/interactive/controls/control.ts';
import { CallError, errorCodes } from '#lib/interactive/error-codes.ts';
import { omitKeys } from '#lib/interactive/json.ts';
import { toEverybody, type HostMethod } from './outcome.ts';
import { checkCount, checkSize, eachObject, readId, readList, withEntry } from './params.ts';
import { countControls, findScene, parseControls } from './scenes.ts';
import type { Room, Scene } from './state.ts';

/** Makes controls in a scene; 4010, 4013, 4014, 4017. */
export const createControls: HostMethod = ({ room, params, context: { settings } }) => {
	const scene = findScene(room, readId(params, 'sceneID'));
	readList(params, 'controls');
	const controls = parseControls(params, settings, scene.controls);
	const created = [...controls.values()].filter((control) => !scene.controls.has(control.controlID));
	const next = withControls(room, scene, controls);
	checkCount(countControls(next), settings.mostControls);
	const result = { sceneID: scene.sceneID, controls: created };
	return { room: next, result, events: [toEverybody('onControlCreate', result)] };
};

/** Merges patches into controls and tells them whole; 4010, 4012. */
export const updateControls: HostMethod = ({ room, params, context: { settings } }) => {
	const scene = findScene(room, readId(params, 'sceneID'));
	const controls = new Map(scene.controls);
	const ids = eachObject(params, 'controls', (item) => {
		const control = controls.get(readId(item, 'controlID'));
		if (control === undefined) throw unknownControl('controlID');
		controls.set(
			control.controlID,
			checkSize(patchControl(control, omitKeys(item, 'priority')), settings.resourceChars)
		);
		return control.controlID;
	});
	const updated = [...controls.values()].filter((control) => ids.includes(control.controlID));
	const result = { sceneID: scene.sceneID, controls: updated };
	return { room: withControls(room, scene, controls), result, events: [toEverybody('onControlUpdate', result)] };
};

/** Deletes controls of a scene; 4010, 4012. */
export const deleteControls: HostMethod = ({ room, params }) => {
	const scene = findScene(room, readId(params, 'sceneID'));
	const controls = new Map(scene.controls);
	const controlIDs = readList(params, 'controlIDs').map((id, index) => {
		if (typeof id !== 'string' || !controls.delete(id)) throw unknownControl(`controlIDs.${index}`);
		return id;
	});
	// Most clients read the one, the Python client the other.
	const deleted = { sceneID: scene.sceneID, controls: controlIDs.map((controlID) => ({ controlID })), controlIDs };
	return {
		room: withControls(room, scene, controls),
		result: null,
		events: [toEverybody('onControlDelete', deleted)]
	};
};

function withControls(room: Room, scene: Scene, controls: Scene['controls']): Room {
	return { ...room, scenes: withEntry(room.scenes, scene.sceneID, { ...scene, controls }) };
}

function unknownControl(path: string): CallError {
	return new CallError(errorCodes.unknownControl, 'There is no such control.', path);
}
