import type { JsonObject } from '#lib/interactive/json.ts';
import type { Control } from '#lib/interactive/controls/control.ts';
import type { Placement } from '#lib/interactive/grid.ts';
import type { Point } from '#lib/interactive/sampler.ts';

/** What somebody did to a control, without whose it is. */
export interface ControlGesture extends JsonObject {
	readonly event: string;
}

/** What a control of any kind is drawn from. */
export interface ControlProps {
	readonly control: Control;
	readonly placement: Placement;
	/** Epoch ms by the host's clock. */
	readonly now: number;
	/** Drawn only: nothing is listened to. */
	readonly readonly: boolean;
	/** The votes for it, and how large a part of all they are (0 to 1). */
	readonly votes?: { readonly count: number; readonly share: number } | undefined;
	/** Where all viewers' sticks point on the whole. */
	readonly mean?: Point | undefined;
	/** Somebody pressed it just now: a number that differs with each press. */
	readonly pulse?: number | undefined;
	/** Resolves with whether it was taken, where that is known. */
	readonly oninput: (gesture: ControlGesture) => Promise<boolean> | void;
}
