import { chooseScheme } from '#lib/interactive/encoding.ts';
import { CallError, errorCodes } from '#lib/interactive/error-codes.ts';
import { isObject, omitKeys, type Json } from '#lib/interactive/json.ts';
import { mergePatch } from '#lib/interactive/merge-patch.ts';
import { toEverybody, type Call, type HostMethod, type Step } from './outcome.ts';
import { checkSize, readNumber } from './params.ts';
import { formatScenes } from './scenes.ts';
import { createRow, type ThrottleRow } from './state.ts';

const mostRules = 50;

/** Opens or closes the board to inputs, and tells everybody. */
export const ready: HostMethod = ({ room, params }) => {
	const isReady = params['isReady'];
	if (typeof isReady !== 'boolean') throw new CallError(errorCodes.badArguments, 'Ready is true or false.', 'isReady');
	return { room: { ...room, ready: isReady }, result: null, events: [toEverybody('onReady', { isReady })] };
};

/** Anybody's: the server's time, epoch ms. */
export function getTime({ room, context }: Pick<Call, 'room' | 'context'>): Step {
	return { room, result: { time: context.now }, events: [] };
}

/** Anybody's: whoever holds the socket switches to it after this reply. */
export function setCompression({ room, params }: Pick<Call, 'room' | 'params'>): Step {
	return { room, result: { scheme: chooseScheme(params) }, events: [] };
}

/** Merges a patch into the properties of the world, and tells everybody. */
export const updateWorld: HostMethod = ({ room, params, context: { settings } }) => {
	const patch = params['world'];
	if (!isObject(patch)) throw new CallError(errorCodes.badArguments, 'A world is an object.', 'world');
	const world = checkSize(mergePatch(room.world, omitKeys(patch, 'scenes')), settings.resourceChars);
	const next = { ...room, world };
	// The Node client goes through the scenes without looking whether there are any.
	const result = { ...world, scenes: formatScenes(next) };
	return { room: next, result, events: [toEverybody('onWorldUpdate', result)] };
};

/** Tells how much the room holds, in characters of JSON; it has no total. */
export const getMemoryStats: HostMethod = ({ room }) => {
	const resources = [
		resource('scenes', formatScenes(room)),
		resource('groups', [...room.groups.values()]),
		resource(
			'participants',
			[...room.participants.values()].map(({ card }) => card)
		),
		resource('world', room.world)
	];
	const usedBytes = resources.reduce((sum, { ownBytes }) => sum + ownBytes, 0);
	return { room, result: { usedBytes, totalBytes: 0, resources }, events: [] };
};

/** Sets or lifts (null) rules for what goes to the host, by method or `*`. */
export const setBandwidthThrottle: HostMethod = ({ room, params, context: { now } }) => {
	const throttle = new Map(room.throttle);
	for (const [method, rule] of Object.entries(params)) {
		if (rule === null) throttle.delete(method);
		else throttle.set(method, parseRow(method, rule, now));
	}
	if (throttle.size > mostRules) throw new CallError(errorCodes.outOfMemory, 'There are too many rules.');
	return { room: { ...room, throttle }, result: null, events: [] };
};

/** Tells what each rule let through and what it dropped. */
export const getThrottleState: HostMethod = ({ room }) => {
	const rows = [...room.throttle].map(([method, { inserted, rejected }]) => [method, { inserted, rejected }]);
	return { room, result: Object.fromEntries(rows) as Json, events: [] };
};

function parseRow(method: string, rule: Json, now: number): ThrottleRow {
	if (!isObject(rule)) throw new CallError(errorCodes.badArguments, 'A rule is an object.', method);
	const capacity = Math.max(0, readNumber(rule, 'capacity'));
	const drainRate = Math.max(0, readNumber(rule, 'drainRate'));
	return createRow({ capacity, drainRate }, now);
}

function resource(id: string, value: Json) {
	const ownBytes = JSON.stringify(value).length;
	return { id, ownBytes, cumulativeBytes: ownBytes, resources: [] };
}
