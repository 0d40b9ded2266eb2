import { StoredValue } from '#lib/state/stored-value.svelte.ts';
import * as v from 'valibot';

const parts = ['look', 'rules', 'effects'] as const;

/** A part of what can be changed of a control. */
export type ControlPart = (typeof parts)[number];

/** The part that was looked at last: whoever sets rules goes from control to control. */
export const shownPart = new StoredValue({
	key: 'tributary.board-part',
	schema: v.picklist(parts),
	initial: 'look',
	storage: () => sessionStorage
});
