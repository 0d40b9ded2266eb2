import { VersionedMap } from '#lib/interactive/room/versioned-map.ts';
import { personKey, type BoardInput } from './board-input.ts';
import { engineLimits, type EngineState, type PlayedControl } from './engine-state.ts';

/** Who holds a button down. */
export interface Holders {
	readonly key: string;
	readonly people: VersionedMap<string, BoardInput>;
}

/** Whether whoever pressed it will let go: viewers do, chat, rewards and bits do not. */
export function willLetGo(played: PlayedControl, { source, event }: BoardInput): boolean {
	return source === 'viewer' && played.control.kind === 'button' && (event === 'mousedown' || event === 'keydown');
}

/** With somebody who holds a button; nobody is added where too many do. */
export function hold(state: EngineState, played: PlayedControl, input: BoardInput, tally: string): EngineState {
	const people = state.holders.get(tally)?.people ?? new VersionedMap<string, BoardInput>();
	const full = people.size >= engineLimits.people || state.holders.size >= engineLimits.tallies;
	if (full && !people.has(personKey(input))) return state;
	const holders = { key: played.key, people: people.with(personKey(input), input) };
	return { ...state, holders: new Map(state.holders).set(tally, holders) };
}

/** Without somebody who held a button; `last` is what they did if nobody holds it any more. */
export function letGo(
	state: EngineState,
	tally: string,
	person: string
): { readonly state: EngineState; readonly last?: BoardInput } {
	const held = state.holders.get(tally);
	const input = held?.people.get(person);
	if (!held || !input) return { state };
	const people = held.people.without(person);
	const holders = new Map(state.holders);
	if (people.size > 0) return { state: { ...state, holders: holders.set(tally, { ...held, people }) } };
	holders.delete(tally);
	return { state: { ...state, holders }, last: input };
}
