import { controlKey, type EngineState, type EngineStep, type PlayedControl, type Trigger } from './engine-state.ts';

/** Triggers a control, which rests from then on if that is its rule and it was pressed. */
export function fire(
	state: EngineState,
	{ key, sceneID, control, rules }: PlayedControl,
	what: Omit<Trigger, 'sceneID' | 'controlID'>,
	now: number
): EngineStep {
	const { controlID } = control;
	const triggers = [{ sceneID, controlID, ...what }];
	const { cooldownMs = 0 } = rules;
	if (what.phase !== 'press' || cooldownMs === 0) return { state, triggers, updates: [] };
	const cooldown = now + cooldownMs;
	const cooldowns = new Map(state.cooldowns).set(key, cooldown);
	return { state: { ...state, cooldowns }, triggers, updates: [{ sceneID, controlID, cooldown }] };
}

/** One step after another, as one. */
export function join(first: EngineStep, next: (state: EngineState) => EngineStep): EngineStep {
	const second = next(first.state);
	return {
		state: second.state,
		triggers: [...first.triggers, ...second.triggers],
		updates: [...first.updates, ...second.updates]
	};
}

/** The control of a scene; `undefined` where the board has none any more. */
export function findPlayed(state: EngineState, sceneID: string, controlID: string): PlayedControl | undefined {
	return state.controls.get(controlKey(sceneID, controlID));
}
