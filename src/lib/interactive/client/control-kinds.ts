import type { Json, JsonObject } from '#lib/interactive/json.ts';
import { Control } from './control.ts';

interface CommonProperties {
	readonly disabled?: boolean;
	/** One entry a grid. */
	readonly position?: readonly JsonObject[];
	readonly meta?: JsonObject;
	/** Any other property is the game's own. */
	readonly [custom: string]: Json;
}

/** What a button can be told; `cooldown` is epoch ms by the host's clock, `progress` 0 to 1. */
export interface ButtonProperties extends CommonProperties {
	readonly text?: string;
	readonly tooltip?: string;
	readonly cost?: number;
	readonly progress?: number;
	readonly cooldown?: number;
	readonly keyCode?: number;
	readonly gamepadButton?: number;
	readonly textColor?: string;
	readonly textSize?: string;
	readonly borderColor?: string;
	readonly backgroundColor?: string;
	readonly backgroundImage?: string;
	readonly focusColor?: string;
	readonly accentColor?: string;
}

/** What a joystick can be told; `angle` in radians, `sampleRate` in ms. */
export interface JoystickProperties extends CommonProperties {
	readonly sampleRate?: number;
	readonly angle?: number;
	readonly intensity?: number;
	readonly gamepadJoystick?: number;
}

/** What a textbox can be told. */
export interface TextboxProperties extends CommonProperties {
	readonly placeholder?: string;
	readonly submitText?: string;
	readonly hasSubmit?: boolean;
	readonly multiline?: boolean;
	readonly cost?: number;
	readonly cooldown?: number;
}

/** What a label can be told. */
export interface LabelProperties extends CommonProperties {
	readonly text?: string;
	readonly textSize?: string;
	readonly textColor?: string;
	readonly underline?: boolean;
	readonly bold?: boolean;
	readonly italic?: boolean;
}

/** What a screen can be told; `moveThrottle` in ms. */
export interface ScreenProperties extends CommonProperties {
	readonly sendMoveEvents?: 'always' | 'mousedown' | 'never';
	readonly moveThrottle?: number;
	readonly sendMouseDownEvent?: boolean;
	readonly sendMouseUpEvent?: boolean;
}

/** Pressed: `mousedown`, `mouseup`, `keydown`, `keyup`. */
export class Button extends Control {
	constructor(controlId: string, properties: ButtonProperties = {}) {
		super(controlId, ofKind('button', properties));
	}
}

/** Pushed: `move` with `x` and `y`, -1 to 1. */
export class Joystick extends Control {
	constructor(controlId: string, properties: JoystickProperties = {}) {
		super(controlId, ofKind('joystick', properties));
	}
}

/** Written into: `change` and `submit` with `value`. */
export class Textbox extends Control {
	constructor(controlId: string, properties: TextboxProperties = {}) {
		super(controlId, ofKind('textbox', properties));
	}
}

/** Says something and takes no input. */
export class Label extends Control {
	constructor(controlId: string, properties: LabelProperties = {}) {
		super(controlId, ofKind('label', properties));
	}
}

/** The whole video: `move`, `mousedown`, `mouseup` with `x` and `y`, 0 to 1 from the lower left. */
export class Screen extends Control {
	constructor(controlId: string, properties: ScreenProperties = {}) {
		super(controlId, ofKind('screen', properties));
	}
}

const kinds = new Map<string, new (controlId: string, properties: never) => Control>(
	Object.entries({ button: Button, joystick: Joystick, textbox: Textbox, label: Label, screen: Screen })
);

/** A control that the host told of, as its kind's class; a kind that a game made up is a plain `Control`. */
export function toControl(controlId: string, properties: JsonObject): Control {
	const Kind = kinds.get(String(properties['kind']));
	// What a host tells is not ours to check: it is read as JSON, never by these types.
	return Kind ? new Kind(controlId, properties as never) : new Control(controlId, properties);
}

function ofKind(kind: string, properties: CommonProperties): JsonObject {
	return { ...properties, kind };
}
