import { controlKey, type EngineState, type PlayedControl, type Trigger } from '#lib/interactive/board/engine-state.ts';
import type { Effect } from '#lib/interactive/board/rules.ts';

/** Something that did not work while the board went on. */
export interface BoardProblem {
	/** What was to be done; empty where the room itself refused something. */
	readonly label: string;
	/** Why not, in plain words. */
	readonly sentence: string;
	readonly error?: unknown;
}

/** Carries out an effect; what went wrong, if anything did. It never throws. */
export type RunEffect = (effect: Effect, trigger: Trigger, control: PlayedControl) => Promise<BoardProblem | undefined>;

/** Does what controls set off. */
export class BoardEffects {
	readonly #run: RunEffect;
	readonly #onProblem: (problem: BoardProblem) => void;

	constructor(run: RunEffect, onProblem: (problem: BoardProblem) => void) {
		this.#run = run;
		this.#onProblem = onProblem;
	}

	/** Runs the effects of the control that was triggered. */
	run(trigger: Trigger, { controls }: EngineState): void {
		const played = controls.get(controlKey(trigger.sceneID, trigger.controlID));
		for (const effect of played?.rules.effects ?? []) if (played) void this.#runOne(effect, trigger, played);
	}

	async #runOne(effect: Effect, trigger: Trigger, played: PlayedControl): Promise<void> {
		const problem = await this.#run(effect, trigger, played);
		if (problem) this.#onProblem(problem);
	}
}
