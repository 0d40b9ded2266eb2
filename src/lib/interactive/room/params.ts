import { CallError, errorCodes } from '#lib/interactive/error-codes.ts';
import { isArray, isObject, type Json, type JsonObject } from '#lib/interactive/json.ts';

const longestId = 128;
const mostItems = 1_000;

/** A parameter that is an id. Throws `CallError` with its path. */
export function readId(params: JsonObject, key: string): string {
	const value = params[key];
	if (typeof value === 'string' && value !== '' && value.length <= longestId) return value;
	throw new CallError(errorCodes.badArguments, 'An id is missing.', key);
}

/** A parameter that is a number. Throws `CallError` with its path. */
export function readNumber(params: JsonObject, key: string): number {
	const value = params[key];
	if (typeof value === 'number') return value;
	throw new CallError(errorCodes.badArguments, 'A number is missing.', key);
}

/** A parameter that is a list of at most 1,000. Throws `CallError` with its path. */
export function readList(params: JsonObject, key: string): readonly Json[] {
	const value = params[key];
	if (isArray(value) && value.length <= mostItems) return value;
	throw new CallError(errorCodes.badArguments, 'A list is missing.', key);
}

/** Goes through a list of objects; what is thrown says at which place. */
export function eachObject<T>(params: JsonObject, key: string, read: (item: JsonObject) => T): readonly T[] {
	return readList(params, key).map((item, index) =>
		within(`${key}.${index}`, () => {
			if (!isObject(item)) throw new CallError(errorCodes.badArguments, 'An object is missing.');
			return read(item);
		})
	);
}

/** Refuses a resource that is too large to keep. */
export function checkSize<T extends Json>(resource: T, chars: number): T {
	if (JSON.stringify(resource).length <= chars) return resource;
	throw new CallError(errorCodes.outOfMemory, 'The resource is too large.');
}

/** Refuses one more than a room holds. */
export function checkCount(count: number, most: number): void {
	if (count > most) throw new CallError(errorCodes.outOfMemory, 'The room holds no more of these.');
}

/** A map with one entry set. */
export function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
	return new Map(map).set(key, value);
}

/** A map without an entry. */
export function withoutEntry<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
	const rest = new Map(map);
	rest.delete(key);
	return rest;
}

function within<T>(place: string, read: () => T): T {
	try {
		return read();
	} catch (cause) {
		if (!(cause instanceof CallError)) throw cause;
		throw new CallError(cause.code, cause.message, cause.path === '' ? place : `${place}.${cause.path}`);
	}
}
