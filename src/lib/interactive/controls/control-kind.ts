import type { Json, JsonObject } from '#lib/interactive/json.ts';
import * as v from 'valibot';

/** Reads one property, or puts it within its bounds. */
export type PropertySchema = v.GenericSchema<unknown, Json>;

/** What a kind of control can be told and what it tells. */
export interface ControlKind {
	readonly kind: string;
	/** The properties that are checked; any other is the game's own and kept as it is. */
	readonly properties: Readonly<Record<string, PropertySchema>>;
	/** What its events carry besides what a game adds; `undefined` where any event is good. */
	readonly events: Readonly<Record<string, v.GenericSchema<unknown, JsonObject>>> | undefined;
	/** The events that cost sparks and wait for the cooldown; `undefined` where every event does. */
	readonly presses: readonly string[] | undefined;
}

const largestText = 1_000;

/** Text of at most 1,000 characters. */
export const text = v.pipe(v.string(), v.maxLength(largestText));

/** A colour or size as CSS has it, or a plain number as the Java client writes it. */
export const textOrNumber = v.union([text, v.pipe(v.number(), v.finite())]);

/** An integer that is not negative: sparks, or a time. */
export const count = v.pipe(
	v.number(),
	v.finite(),
	v.transform((value) => Math.max(0, Math.floor(value)))
);

/** A number that is put between two others. */
export function clamped(least: number, most: number) {
	return v.pipe(
		v.number(),
		v.finite(),
		v.transform((value) => Math.min(most, Math.max(least, value)))
	);
}

/** An event with these fields and any others. */
export function fields(entries: v.ObjectEntries = {}): v.GenericSchema<unknown, JsonObject> {
	return v.looseObject(entries) as unknown as v.GenericSchema<unknown, JsonObject>;
}
