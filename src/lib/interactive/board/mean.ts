import { VersionedMap } from '#lib/interactive/room/versioned-map.ts';
import { personKey, type BoardInput, type Point } from './board-input.ts';
import { engineLimits, type EngineState, type PlayedControl } from './engine-state.ts';

const defaultWindowMs = 100;
/** Whoever holds still tells nothing; whoever tells nothing for so long is gone. */
const silentMs = 60_000;
const rest: Point = { x: 0, y: 0 };

interface Sample {
	readonly point: Point;
	readonly at: number;
}

/** Where many push a control: the mean of what each last told. */
export interface Mean {
	readonly key: string;
	readonly people: VersionedMap<string, Sample>;
	/** Where it was told to be. */
	readonly point: Point;
	/** When it is told again, epoch ms. */
	readonly dueAt: number;
	readonly newest: BoardInput;
}

/** Whether a joystick was let go. */
export function isRest({ control }: PlayedControl, { x, y }: Point): boolean {
	return control.kind === 'joystick' && x === 0 && y === 0;
}

/** Takes in where somebody pushes; `undefined` where too many do. */
export function pushMean(
	state: EngineState,
	played: PlayedControl,
	input: BoardInput & { readonly value: Point },
	{ tally, now }: { readonly tally: string; readonly now: number }
): EngineState | undefined {
	const mean = state.means.get(tally) ?? {
		key: played.key,
		people: new VersionedMap<string, Sample>(),
		point: rest,
		dueAt: now + windowOf(played),
		newest: input
	};
	const person = personKey(input);
	if (isRest(played, input.value)) return withMean(state, tally, { ...mean, people: mean.people.without(person) });
	const full = mean.people.size >= engineLimits.people && !mean.people.has(person);
	if (full || (!state.means.has(tally) && state.means.size >= engineLimits.tallies)) return undefined;
	const people = mean.people.with(person, { point: input.value, at: now });
	return withMean(state, tally, { ...mean, people, newest: input });
}

/** Where it is pushed to now; whoever has been silent for too long does not count any more. */
export function settleMean(mean: Mean, played: PlayedControl, now: number): Mean {
	let people = mean.people;
	let [x, y] = [0, 0];
	for (const [person, { point, at }] of mean.people)
		if (at + silentMs <= now) people = people.without(person);
		else [x, y] = [x + point.x, y + point.y];
	const count = Math.max(1, people.size);
	// A screen has no rest: there the pointer stays where it was.
	const point = people.size === 0 && played.control.kind !== 'joystick' ? mean.point : { x: x / count, y: y / count };
	return { ...mean, people, point, dueAt: now + windowOf(played) };
}

/** A state with a mean that has changed. */
export function withMean(state: EngineState, tally: string, mean: Mean): EngineState {
	return { ...state, means: new Map(state.means).set(tally, mean) };
}

function windowOf({ rules }: PlayedControl): number {
	return rules.windowMs ?? defaultWindowMs;
}
