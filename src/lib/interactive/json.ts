import { ProtocolError } from '#lib/model/errors.ts';

/** Anything that JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** A JSON object; its keys come from strangers. */
export interface JsonObject {
	readonly [key: string]: Json;
}

/** How much of it is read: `chars` in UTF-16 units, `depth` in nested objects and arrays. */
export interface JsonLimits {
	readonly chars: number;
	readonly depth: number;
}

const backslash = 92;
const quote = 34;
const openBracket = 91;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;
const prototypeNames = new Set(['__proto__', 'constructor', 'prototype']);
/** Nothing else can hold such a key: letters may be written as escapes. */
const suspicious = /\\|__proto__|constructor|prototype/;

/** Parses text without the keys that name a prototype; throws `ProtocolError` for what is too large, too deep or no JSON. */
export function parseJson(text: string, limits: JsonLimits): Json {
	if (text.length > limits.chars) throw new ProtocolError('too_large', 'The frame is too large.');
	if (deepest(text) > limits.depth) throw new ProtocolError('too_large', 'The frame is nested too deeply.');
	try {
		const value = JSON.parse(text) as Json;
		return suspicious.test(text) ? withoutPrototypeNames(value) : value;
	} catch {
		throw new ProtocolError('malformed_frame', 'The frame is not JSON.');
	}
}

/** Whether it is an object, neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether it is an array of JSON. */
export function isArray(value: Json | undefined): value is readonly Json[] {
	return Array.isArray(value);
}

/** An object without these keys. */
export function omitKeys(value: JsonObject, ...keys: readonly string[]): JsonObject {
	if (!keys.some((key) => Object.hasOwn(value, key))) return value;
	return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}

/** Counts the brackets outside strings: before parsing, so that nothing deep is ever built. */
function deepest(text: string): number {
	let depth = 0;
	let most = 0;
	let quoted = false;
	for (let position = 0; position < text.length; position++) {
		const unit = text.charCodeAt(position);
		if (unit === quote) quoted = !quoted;
		else if (quoted && unit === backslash) position++;
		else if (quoted) continue;
		else if (unit === openBrace || unit === openBracket) most = Math.max(most, ++depth);
		else if (unit === closeBrace || unit === closeBracket) depth--;
	}
	return most;
}

function withoutPrototypeNames(value: Json): Json {
	if (isArray(value)) return value.map(withoutPrototypeNames);
	if (!isObject(value)) return value;
	const entries = Object.entries(value).filter(([key]) => !prototypeNames.has(key));
	return Object.fromEntries(entries.map(([key, inner]) => [key, withoutPrototypeNames(inner)]));
}
