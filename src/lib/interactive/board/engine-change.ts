import type { Board } from './board.ts';
import { openContest, votedControls } from './contest.ts';
import {
	readControls,
	still,
	type BoardMode,
	type EngineState,
	type EngineStep,
	type PlayedControl
} from './engine-state.ts';

/** The board was edited: what people have done so far stays wherever the control still counts in the same way. */
export function changeBoard(state: EngineState, board: Board): EngineState {
	const controls = readControls(board);
	const stays = (key: string) => {
		const [old, played] = [state.controls.get(key), controls.get(key)];
		return old !== undefined && played !== undefined && countsAlike(old, played);
	};
	const ofControl = <Tally extends { readonly key: string }>(tallies: ReadonlyMap<string, Tally>) =>
		new Map([...tallies].filter(([, { key }]) => stays(key)));
	const ofKey = <Value>(values: ReadonlyMap<string, Value>) => new Map([...values].filter(([key]) => stays(key)));
	const next = { ...state, board, controls };
	return {
		...next,
		groups: changeGroups(state, board),
		cooldowns: ofKey(state.cooldowns),
		switched: ofKey(state.switched),
		means: ofControl(state.means),
		turns: ofControl(state.turns),
		holders: ofControl(state.holders),
		contests: new Map([...state.contests].filter(([, { sceneID }]) => votedControls(next, sceneID).length > 0))
	};
}

/** Lets a group see another scene. */
export function moveGroup(state: EngineState, groupID: string, sceneID: string): EngineState {
	return { ...state, groups: new Map(state.groups).set(groupID, sceneID) };
}

/** Stops or takes in presses; whoever holds something may always let go. */
export function setPaused(state: EngineState, paused: boolean): EngineState {
	return { ...state, paused };
}

/** Democracy or anarchy; a vote that is open ends with neither. */
export function setMode(state: EngineState, mode: BoardMode): EngineState {
	return { ...state, mode, contests: new Map() };
}

/** Switches a control off or on, whatever the board says. */
export function switchControl(state: EngineState, played: PlayedControl, disabled: boolean): EngineStep {
	const { key, sceneID, control } = played;
	const switched = new Map(state.switched).set(key, disabled);
	return {
		...still({ ...state, switched }),
		updates: [{ sceneID, controlID: control.controlID, disabled }]
	};
}

/** Ends a control's rest. */
export function endRest(state: EngineState, { key, sceneID, control }: PlayedControl, now: number): EngineStep {
	const cooldowns = new Map(state.cooldowns);
	cooldowns.delete(key);
	return { ...still({ ...state, cooldowns }), updates: [{ sceneID, controlID: control.controlID, cooldown: now }] };
}

/** Opens the vote of a scene, in which numbers in chat count, before anybody has voted. */
export function startVote(state: EngineState, sceneID: string, groupID: string, now: number): EngineState {
	if (state.mode !== 'democracy') return state;
	return votedControls(state, sceneID).reduce((next, played) => openContest(next, played, groupID, now), state);
}

function countsAlike(one: PlayedControl, other: PlayedControl): boolean {
	return (
		one.control.kind === other.control.kind &&
		one.rules.aggregate === other.rules.aggregate &&
		(one.rules.perGroup ?? false) === (other.rules.perGroup ?? false)
	);
}

/** A group stays where the streamer moved it, unless its scene is gone or the board now names another. */
function changeGroups(state: EngineState, board: Board): ReadonlyMap<string, string> {
	const scenes = new Set(board.scenes.map(({ sceneID }) => sceneID));
	return new Map(
		board.groups.map(({ groupID, sceneID }) => {
			const before = state.board.groups.find((group) => group.groupID === groupID)?.sceneID;
			const seen = state.groups.get(groupID);
			return [groupID, before === sceneID && seen !== undefined && scenes.has(seen) ? seen : sceneID];
		})
	);
}
