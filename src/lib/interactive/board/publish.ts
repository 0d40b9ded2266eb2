import { createPatch } from '#lib/interactive/client/create-patch.ts';
import type { Control } from '#lib/interactive/controls/control.ts';
import type { JsonObject } from '#lib/interactive/json.ts';
import { defaultId } from '#lib/interactive/room/state.ts';
import { toPublishedScenes, type PublishedScene } from './board-scenes.ts';
import type { EngineState } from './engine-state.ts';

/** What viewers can see: scenes, and which of them each group sees. */
export interface Published {
	readonly scenes: readonly PublishedScene[];
	readonly groups: ReadonlyMap<string, string>;
}

/** A call that a game client makes. */
export interface HostCall {
	readonly method: string;
	readonly params: JsonObject;
}

/** What a room holds when its game client is let in. */
export const emptyRoom: Published = {
	scenes: [{ sceneID: defaultId, controls: [] }],
	groups: new Map([[defaultId, defaultId]])
};

/** What a board that is played shows; the default scene is there in any case. */
export function toPublished({ board, groups }: EngineState): Published {
	const scenes = toPublishedScenes(board);
	const hasDefault = scenes.some(({ sceneID }) => sceneID === defaultId);
	return { scenes: hasDefault ? scenes : [...emptyRoom.scenes, ...scenes], groups };
}

/** The calls that make a room show the one in place of the other; controls that stay are told only what changed. */
export function planCalls(from: Published, to: Published): readonly HostCall[] {
	const known = new Map(from.scenes.map((scene) => [scene.sceneID, scene.controls]));
	const added = to.scenes.filter(({ sceneID }) => !known.has(sceneID));
	const kept = to.scenes.filter(({ sceneID }) => known.has(sceneID));
	const gone = from.scenes.filter(({ sceneID }) => !to.scenes.some((scene) => scene.sceneID === sceneID));
	return [
		...list('createScenes', 'scenes', added as unknown as readonly JsonObject[]),
		...kept.flatMap(({ sceneID, controls }) => planControls(sceneID, known.get(sceneID) ?? [], controls)),
		...planGroups(from.groups, to.groups),
		...gone.map(({ sceneID }) => ({ method: 'deleteScene', params: { sceneID, reassignSceneID: defaultId } }))
	];
}

function planControls(sceneID: string, from: readonly Control[], to: readonly Control[]): readonly HostCall[] {
	const old = new Map(from.map((control) => [control.controlID, control]));
	const isKept = ({ controlID, kind }: Control) => old.get(controlID)?.kind === kind;
	const kept = to.filter(isKept);
	const controlIDs = from.map(({ controlID }) => controlID).filter((id) => !kept.some((one) => one.controlID === id));
	const changes = kept.flatMap((control) => {
		const patch = createPatch(old.get(control.controlID) ?? {}, control);
		return Object.keys(patch).length === 0 ? [] : [{ ...patch, controlID: control.controlID }];
	});
	return [
		...(controlIDs.length === 0 ? [] : [{ method: 'deleteControls', params: { sceneID, controlIDs } }]),
		...list('updateControls', 'controls', changes, { sceneID }),
		...list(
			'createControls',
			'controls',
			to.filter((control) => !isKept(control)),
			{ sceneID }
		)
	];
}

function planGroups(from: Published['groups'], to: Published['groups']): readonly HostCall[] {
	const toGroup = ([groupID, sceneID]: readonly [string, string]) => ({ groupID, sceneID });
	const added = [...to].filter(([groupID]) => !from.has(groupID));
	const moved = [...to].filter(([groupID, sceneID]) => from.has(groupID) && from.get(groupID) !== sceneID);
	const gone = [...from.keys()].filter((groupID) => !to.has(groupID));
	return [
		...list('createGroups', 'groups', added.map(toGroup)),
		...list('updateGroups', 'groups', moved.map(toGroup)),
		...gone.map((groupID) => ({ method: 'deleteGroup', params: { groupID, reassignGroupID: defaultId } }))
	];
}

function list(method: string, key: string, items: readonly JsonObject[], more: JsonObject = {}): readonly HostCall[] {
	return items.length === 0 ? [] : [{ method, params: { ...more, [key]: items } }];
}
