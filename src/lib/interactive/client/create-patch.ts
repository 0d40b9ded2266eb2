import { isObject, type Json, type JsonObject } from '#lib/interactive/json.ts';

/** The merge patch that makes the one object the other: arrays whole, null for what is gone. @see https://www.rfc-editor.org/rfc/rfc7386 */
export function createPatch(from: JsonObject, to: JsonObject): JsonObject {
	const patch = new Map<string, Json>();
	for (const [key, value] of Object.entries(to)) {
		const old = Object.hasOwn(from, key) ? from[key] : undefined;
		if (isObject(old) && isObject(value)) {
			const inner = createPatch(old, value);
			if (Object.keys(inner).length > 0) patch.set(key, inner);
		} else if (JSON.stringify(old) !== JSON.stringify(value)) patch.set(key, value);
	}
	for (const key of Object.keys(from)) if (!Object.hasOwn(to, key)) patch.set(key, null);
	return Object.fromEntries(patch);
}
