import { count, type ControlKind } from './control-kind.ts';

/** A kind that a game made up: any property and any event; what the room enforces is still checked. */
export const custom: ControlKind = {
	kind: 'custom',
	properties: { cost: count, cooldown: count },
	events: undefined,
	presses: undefined
};
