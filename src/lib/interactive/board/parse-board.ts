import { parseControl } from '#lib/interactive/controls/control.ts';
import { CallError, errorCodes } from '#lib/interactive/error-codes.ts';
import { isObject, omitKeys, type Json, type JsonObject } from '#lib/interactive/json.ts';
import { checkCount, checkSize, eachObject, readId } from '#lib/interactive/room/params.ts';
import { defaultId } from '#lib/interactive/room/state.ts';
import { boardLimits, eachControl, type Board, type BoardControl, type BoardGroup, type BoardScene } from './board.ts';
import { rulesSchema, type Rules } from './rules.ts';
import * as v from 'valibot';

/** Reads a board that was stored. Throws `CallError` with the path of what is wrong. */
export function parseBoard(value: unknown): Board {
	if (!isObject(value)) throw new CallError(errorCodes.badArguments, 'A board is an object.');
	const scenes = parseScenes(value, (item) =>
		toBoardControl(isObject(item['control']) ? item['control'] : {}, parseRules(item['rules'] ?? {}, 'rules'))
	);
	const groups = eachObject({ groups: value['groups'] ?? [] }, 'groups', (item) => ({
		groupID: readId(item, 'groupID'),
		sceneID: readId(item, 'sceneID')
	}));
	const project = isObject(value['project']) ? value['project'] : {};
	return checkBoard({ id: readId(value, 'id'), name: toName(value['name']), scenes, groups, project });
}

/** Reads scenes, their controls each by `read`; what is thrown says at which place. */
export function parseScenes(value: JsonObject, read: (item: JsonObject) => BoardControl): readonly BoardScene[] {
	return eachObject(value, 'scenes', (item) => {
		const known = new Set<string>();
		const controls = eachObject({ controls: item['controls'] ?? [] }, 'controls', (one) => {
			const control = read(one);
			const { controlID } = control.control;
			if (known.has(controlID)) throw new CallError(errorCodes.controlExists, 'There is such a control.', 'controlID');
			known.add(controlID);
			return control;
		});
		const properties = isObject(item['properties']) ? item['properties'] : {};
		return { sceneID: readId(item, 'sceneID'), controls, properties };
	});
}

/** A control with rules, of what was read; what the room would drop or does not know is kept. Throws `CallError`. */
export function toBoardControl(value: JsonObject, rules: Rules): BoardControl {
	const { cost, ...control } = parseControl(checkSize(value, boardLimits.controlChars));
	const kept = { ...omitKeys(value, 'cost'), ...omitKeys(control, 'meta') } as BoardControl['control'];
	const price = rules.cost ?? (typeof cost === 'number' ? cost : undefined);
	return { control: kept, rules: price === undefined ? rules : { ...rules, cost: price } };
}

/** Reads rules that lie at that path. Throws `CallError`. */
export function parseRules(value: Json, path: string): Rules {
	const read = v.safeParse(rulesSchema, value);
	if (read.success) return read.output;
	const inner = v.getDotPath(read.issues[0]);
	const at = inner === null ? path : `${path}.${inner}`;
	throw new CallError(errorCodes.badArguments, 'A rule has a value that it cannot have.', at);
}

/** A board within its limits, with a default group, and each group in a scene that is there. Throws `CallError`. */
export function checkBoard(board: Board): Board {
	const { scenes, groups, project } = board;
	const [first] = scenes;
	if (first === undefined) throw new CallError(errorCodes.badArguments, 'A board has a scene.', 'scenes');
	checkCount(scenes.length, boardLimits.scenes);
	checkCount(groups.length, boardLimits.groups);
	checkCount(eachControl(board).length, boardLimits.controls);
	checkSize(project, boardLimits.projectChars);
	const known = new Set(scenes.map(({ sceneID }) => sceneID));
	if (known.size < scenes.length) throw new CallError(errorCodes.sceneExists, 'There is such a scene.', 'scenes');
	const home = known.has(defaultId) ? defaultId : first.sceneID;
	const seated = new Map<string, BoardGroup>([[defaultId, { groupID: defaultId, sceneID: home }]]);
	for (const { groupID, sceneID } of groups)
		seated.set(groupID, { groupID, sceneID: known.has(sceneID) ? sceneID : home });
	return { ...board, groups: [...seated.values()] };
}

/** A name that fits; nothing where it is no text. */
export function toName(value: unknown): string {
	return typeof value === 'string' ? value.trim().slice(0, boardLimits.nameChars) : '';
}
