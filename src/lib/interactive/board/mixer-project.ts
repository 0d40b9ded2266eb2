import { ProtocolError } from '#lib/model/errors.ts';
import { CallError, errorCodes } from '#lib/interactive/error-codes.ts';
import { isArray, isObject, omitKeys, parseJson, type Json, type JsonObject } from '#lib/interactive/json.ts';
import { boardLimits, type Board, type BoardControl, type BoardGroup, type BoardScene } from './board.ts';
import { checkBoard, parseRules, parseScenes, toBoardControl, toName } from './parse-board.ts';
import { noRules, saysNothing } from './rules.ts';

/** Under this name a control's `meta` holds our rules. */
const metaName = 'tributary';
const writtenDepth = 2;

/**
 * Reads a Mixer project: a version with its `controls`, or only those. What is not known is kept. Throws `CallError`
 * with the path of what is wrong. @see https://github.com/mixer/developer-docs Interactive protocol 1.7, scenes
 */
export function parseMixerProject(text: string, id: string): Board {
	const document = parseDocument(text);
	const inner = document['controls'];
	const bare = inner === undefined || isArray(inner);
	const controls = bare ? omitKeys(document, 'controls') : inner;
	return at(bare ? '' : 'controls', () => {
		if (!isObject(controls)) throw new CallError(errorCodes.badArguments, 'The controls are an object.');
		const scenes = parseScenes(withProperties(controls), parseProjectControl);
		const rest = omitKeys(controls, 'scenes');
		const project = bare ? rest : { ...document, controls: rest };
		const name = toName(document['name'] ?? (isObject(document['game']) ? document['game']['name'] : ''));
		return checkBoard({ id, name, scenes, groups: parseGroups(controls), project });
	});
}

/** Writes a board as a Mixer project; rules lie under each control's `meta.tributary`. */
export function formatMixerProject({ name, scenes, groups, project }: Board): string {
	const controls = isObject(project['controls']) ? project['controls'] : {};
	const written = scenes.map((scene) => formatScene(scene, groups));
	const document = { controlVersion: '2.0', ...project, name, controls: { ...controls, scenes: written } };
	return `${JSON.stringify(document, null, writtenDepth)}\n`;
}

function parseDocument(text: string): JsonObject {
	try {
		const value = parseJson(text.replace(/^\uFEFF/, ''), { chars: boardLimits.fileChars, depth: boardLimits.depth });
		if (isObject(value)) return value;
	} catch (cause) {
		if (!(cause instanceof ProtocolError)) throw cause;
		const code = cause.code === 'too_large' ? errorCodes.outOfMemory : errorCodes.notJson;
		throw new CallError(code, cause.message);
	}
	throw new CallError(errorCodes.badArguments, 'A project is an object.');
}

/** The groups of the scenes, as getScenes tells them; one that is named twice is where it is named last. */
function parseGroups(controls: JsonObject): readonly BoardGroup[] {
	const scenes = controls['scenes'];
	if (!isArray(scenes)) return [];
	const groups = scenes.flatMap((scene) => {
		if (!isObject(scene) || !isArray(scene['groups'])) return [];
		const sceneID = String(scene['sceneID']);
		const ids = scene['groups'].map((group) => (isObject(group) ? group['groupID'] : undefined));
		const good = ids.filter((id) => typeof id === 'string' && id !== '' && id.length <= boardLimits.idChars);
		return good.map((groupID) => ({ groupID: String(groupID), sceneID }));
	});
	return [...new Map(groups.map((group) => [group.groupID, group])).values()];
}

/** What a scene says of itself is put where the board has it. */
function withProperties(controls: JsonObject): JsonObject {
	const scenes = controls['scenes'];
	if (!isArray(scenes)) return controls;
	const known = scenes.map((scene) =>
		isObject(scene) ? { ...scene, properties: omitKeys(scene, 'sceneID', 'controls', 'groups') } : scene
	);
	return { ...controls, scenes: known };
}

function parseProjectControl(item: JsonObject): BoardControl {
	const meta = item['meta'];
	if (!isObject(meta) || !Object.hasOwn(meta, metaName)) return toBoardControl(item, noRules);
	const rules = parseRules(meta[metaName] ?? {}, `meta.${metaName}`);
	const rest = omitKeys(meta, metaName);
	const control = omitKeys(item, 'meta');
	return toBoardControl(Object.keys(rest).length === 0 ? control : { ...control, meta: rest }, rules);
}

function formatScene({ sceneID, controls, properties }: BoardScene, groups: readonly BoardGroup[]): Json {
	const watching = groups.filter((group) => group.sceneID === sceneID).map(({ groupID }) => ({ groupID, sceneID }));
	return { ...properties, sceneID, groups: watching, controls: controls.map(formatControl) };
}

function formatControl({ control, rules }: BoardControl): JsonObject {
	const { cost, ...others } = rules;
	const priced = cost === undefined ? control : { ...control, cost };
	if (saysNothing(rules)) return priced;
	const meta = isObject(control['meta']) ? control['meta'] : {};
	return { ...priced, meta: { ...meta, [metaName]: others as unknown as Json } };
}

function at<T>(place: string, read: () => T): T {
	try {
		return read();
	} catch (cause) {
		if (!(cause instanceof CallError) || place === '') throw cause;
		throw new CallError(cause.code, cause.message, cause.path === '' ? place : `${place}.${cause.path}`);
	}
}
