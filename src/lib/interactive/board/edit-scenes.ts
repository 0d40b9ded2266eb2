import { defaultId } from '#lib/interactive/room/state.ts';
import { boardLimits, eachControl, findScene, type Board } from './board.ts';
import { freeId, type Addition } from './edit-board.ts';

/** The board with an empty scene more. */
export function addScene(board: Board, name: string): Addition {
	if (board.scenes.length >= boardLimits.scenes) return { board, id: undefined };
	const id = freeSceneId(board, name);
	return { board: { ...board, scenes: [...board.scenes, { sceneID: id, controls: [], properties: {} }] }, id };
}

/** The board with a copy of a scene; its controls get ids of their own. */
export function duplicateScene(board: Board, sceneID: string): Addition {
	const scene = findScene(board, sceneID);
	const count = eachControl(board).length + (scene?.controls.length ?? 0);
	if (!scene || board.scenes.length >= boardLimits.scenes || count > boardLimits.controls)
		return { board, id: undefined };
	const id = freeSceneId(board, sceneID);
	const taken = eachControl(board).map(({ control }) => control.controlID);
	const controls = scene.controls.map((one) => {
		const controlID = freeId(one.control.controlID.replace(/-\d+$/, ''), taken);
		taken.push(controlID);
		return { ...one, control: { ...one.control, controlID } };
	});
	return { board: { ...board, scenes: [...board.scenes, { ...scene, sceneID: id, controls }] }, id };
}

/** The board with another name for a scene; the groups that see it stay. */
export function renameScene(board: Board, sceneID: string, name: string): Addition {
	const others = board.scenes.map((scene) => scene.sceneID).filter((id) => id !== sceneID);
	const id = name.trim().slice(0, boardLimits.idChars);
	if (id === '' || others.includes(id)) return { board, id: undefined };
	const scenes = board.scenes.map((scene) => (scene.sceneID === sceneID ? { ...scene, sceneID: id } : scene));
	return { board: { ...board, scenes, groups: seat(board, sceneID, id) }, id };
}

/** The board without a scene, whose groups see the first of the others; the last scene stays. */
export function removeScene(board: Board, sceneID: string): Board {
	const scenes = board.scenes.filter((scene) => scene.sceneID !== sceneID);
	const [first] = scenes;
	return first ? { ...board, scenes, groups: seat(board, sceneID, first.sceneID) } : board;
}

/** The board with a group more, which sees a scene. */
export function addGroup(board: Board, name: string, sceneID: string): Addition {
	if (board.groups.length >= boardLimits.groups) return { board, id: undefined };
	const id = freeId(
		name.trim(),
		board.groups.map(({ groupID }) => groupID)
	);
	return { board: { ...board, groups: [...board.groups, { groupID: id, sceneID }] }, id };
}

/** The board with a group that sees another scene. */
export function seatGroup(board: Board, groupID: string, sceneID: string): Board {
	const groups = board.groups.map((group) => (group.groupID === groupID ? { ...group, sceneID } : group));
	return { ...board, groups };
}

/** The board without a group; the default group stays. */
export function removeGroup(board: Board, groupID: string): Board {
	if (groupID === defaultId) return board;
	return { ...board, groups: board.groups.filter((group) => group.groupID !== groupID) };
}

function freeSceneId(board: Board, name: string): string {
	return freeId(
		name.trim().replace(/-\d+$/, ''),
		board.scenes.map(({ sceneID }) => sceneID)
	);
}

function seat(board: Board, from: string, to: string): Board['groups'] {
	return board.groups.map((group) => (group.sceneID === from ? { ...group, sceneID: to } : group));
}
