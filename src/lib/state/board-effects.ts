import type { EngineState, PlayedControl, Trigger } from '#lib/interactive/board/engine-state.ts';
import { controlKey } from '#lib/interactive/board/engine-state.ts';
import type { Effect } from '#lib/interactive/board/rules.ts';
import type { Clock } from '#lib/transport/clock.ts';

/** Chat presses and does not let go, so that is done for it. */
const tapMs = 400;

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
	readonly #clock: Clock;
	readonly #run: RunEffect;
	readonly #onProblem: (problem: BoardProblem) => void;

	constructor(clock: Clock, run: RunEffect, onProblem: (problem: BoardProblem) => void) {
		this.#clock = clock;
		this.#run = run;
		this.#onProblem = onProblem;
	}

	/** Runs the effects of a control; `engine` tells later whether somebody holds it. */
	run(trigger: Trigger, engine: () => EngineState | undefined): void {
		const key = controlKey(trigger.sceneID, trigger.controlID);
		const played = engine()?.controls.get(key);
		if (!played) return;
		for (const effect of played.rules.effects) void this.#runOne(effect, trigger, played);
		if (trigger.phase !== 'press' || trigger.held || played.control.kind !== 'button') return;
		this.#clock.setTimeout(() => {
			const holders = [...(engine()?.holders.values() ?? [])];
			if (engine() && !holders.some((one) => one.key === key)) this.run({ ...trigger, phase: 'release' }, engine);
		}, tapMs);
	}

	async #runOne(effect: Effect, trigger: Trigger, played: PlayedControl): Promise<void> {
		const problem = await this.#run(effect, trigger, played);
		if (problem) this.#onProblem(problem);
	}
}
