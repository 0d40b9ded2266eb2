import { count, fields, text, type ControlKind } from './control-kind.ts';
import * as v from 'valibot';

const typed = fields({ value: text });

/** Written into: told with each change, or when it is submitted. */
export const textbox: ControlKind = {
	kind: 'textbox',
	properties: {
		placeholder: text,
		submitText: text,
		hasSubmit: v.boolean(),
		multiline: v.boolean(),
		cost: count,
		cooldown: count
	},
	events: { change: typed, submit: typed },
	presses: ['submit']
};
