import { isObject, type Json, type JsonObject } from './json.ts';

/**
 * Merges a patch into a resource: null removes, arrays are replaced whole; etags of the first protocol and the private
 * fields that the Node client sends along are dropped. @see https://www.rfc-editor.org/rfc/rfc7386
 */
export function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
	const merged = new Map(Object.entries(target));
	for (const [key, value] of Object.entries(patch)) {
		if (key === 'etag' || key.startsWith('_')) continue;
		if (value === null) merged.delete(key);
		else merged.set(key, mergeValue(merged.get(key), value));
	}
	return Object.fromEntries(merged);
}

function mergeValue(old: Json | undefined, value: Json): Json {
	return isObject(value) ? mergePatch(isObject(old) ? old : {}, value) : value;
}
