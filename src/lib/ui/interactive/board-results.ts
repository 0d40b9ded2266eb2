import type { MeanPoint } from './controls/control-props.ts';

/** What all viewers together do, by control. */
export interface BoardResults {
	readonly votes: ReadonlyMap<string, number>;
	readonly means: ReadonlyMap<string, MeanPoint>;
	/** A number that changes with each press of the control. */
	readonly pulses: ReadonlyMap<string, number>;
}
