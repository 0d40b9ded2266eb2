import { text, textOrNumber, type ControlKind } from './control-kind.ts';
import * as v from 'valibot';

/** Says something and takes no input. */
export const label: ControlKind = {
	kind: 'label',
	properties: {
		text,
		textSize: textOrNumber,
		textColor: text,
		underline: v.boolean(),
		bold: v.boolean(),
		italic: v.boolean()
	},
	events: {},
	presses: []
};
