import type { JsonObject } from '#lib/interactive/json.ts';
import type { Control } from '#lib/interactive/controls/control.ts';
import type { Placement } from '#lib/interactive/grid.ts';

/** What somebody did to a control, without whose it is. */
export interface ControlGesture extends JsonObject {
	readonly event: string;
}

/** Where the viewers' sticks point on the whole; (0, 0) is the middle. */
export interface MeanPoint {
	readonly x: number;
	readonly y: number;
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
	readonly mean?: MeanPoint | undefined;
	/** Somebody pressed it just now: a number that differs with each press. */
	readonly pulse?: number | undefined;
	readonly oninput: (gesture: ControlGesture) => void;
}
