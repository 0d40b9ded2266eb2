import { CallError, errorCodes } from '#lib/interactive/error-codes.ts';
import { isObject, type Json, type JsonObject } from '#lib/interactive/json.ts';
import { mergePatch } from '#lib/interactive/merge-patch.ts';
import { button } from './button.ts';
import { type ControlKind, type PropertySchema } from './control-kind.ts';
import { custom } from './custom.ts';
import { joystick } from './joystick.ts';
import { label } from './label.ts';
import { positions } from './position.ts';
import { screen } from './screen.ts';
import { textbox } from './textbox.ts';
import * as v from 'valibot';

const kinds = new Map([button, joystick, textbox, label, screen].map((kind) => [kind.kind, kind]));
const common: Readonly<Record<string, PropertySchema>> = {
	disabled: v.boolean(),
	position: positions as unknown as PropertySchema,
	meta: v.custom<JsonObject>(isObject)
};
const controlId = v.pipe(v.string(), v.minLength(1), v.maxLength(128));

/** A control as it goes over the wire, whole. */
export interface Control extends JsonObject {
	readonly controlID: string;
	readonly kind: string;
	readonly disabled: boolean;
}

/** The kind of that name; a name we do not know is a game's own. */
export function toKind(name: string): ControlKind {
	return kinds.get(name) ?? custom;
}

/** Reads a new control; null is as good as absent. Throws `CallError`, its path from the control. */
export function parseControl(value: Json): Control {
	if (!isObject(value)) throw new CallError(errorCodes.badArguments, 'A control is an object.');
	const id = v.safeParse(controlId, value['controlID']);
	if (!id.success) throw new CallError(errorCodes.badArguments, 'A control has an id.', 'controlID');
	const kind = value['kind'];
	if (typeof kind !== 'string' || kind === '' || kind.length > 64)
		throw new CallError(errorCodes.unknownControlType, 'A control has a kind.', 'kind');
	return { ...checked(mergePatch({}, value), toKind(kind)), controlID: id.output, kind };
}

/** Merges a patch into a control; its id and kind stay. Throws `CallError`, its path from the control. */
export function patchControl(control: Control, patch: JsonObject): Control {
	const { controlID, kind } = control;
	return { ...checked(mergePatch(control, patch), toKind(kind)), controlID, kind };
}

function checked(control: JsonObject, kind: ControlKind): JsonObject & { readonly disabled: boolean } {
	const { keycode, ...rest } = control;
	// The Python client's examples spell it so.
	const named = keycode === undefined || 'keyCode' in rest ? rest : { ...rest, keyCode: keycode };
	const entries = Object.entries(named).map(([key, value]): [string, Json] => {
		const schema = ownSchema(kind.properties, key) ?? ownSchema(common, key);
		return [key, schema === undefined ? value : readProperty(schema, key, value)];
	});
	return { disabled: false, ...Object.fromEntries(entries) };
}

function ownSchema(schemas: Readonly<Record<string, PropertySchema>>, key: string): PropertySchema | undefined {
	return Object.hasOwn(schemas, key) ? schemas[key] : undefined;
}

function readProperty(schema: PropertySchema, key: string, value: Json): Json {
	const read = v.safeParse(schema, value);
	if (read.success) return read.output;
	throw new CallError(errorCodes.badArguments, 'A property has a value that its control cannot have.', key);
}
