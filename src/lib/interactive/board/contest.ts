import { VersionedMap } from '#lib/interactive/room/versioned-map.ts';
import { personKey, type BoardInput } from './board-input.ts';
import { engineLimits, type EngineState, type PlayedControl } from './engine-state.ts';

const defaultWindowMs = 15_000;

/** What a control has got in a vote. */
export interface Choice {
	readonly count: number;
	/** When its last vote came, epoch ms. */
	readonly at: number;
	/** That vote. */
	readonly newest: BoardInput;
}

/** A vote between controls of a scene: one vote a person, of which the last counts. */
export interface Contest {
	readonly sceneID: string;
	/** Who decides; absent where all groups decide together. */
	readonly groupID: string | undefined;
	readonly endsAt: number;
	/** What each wants. */
	readonly people: VersionedMap<string, { readonly controlID: string }>;
	/** By the id of the control. */
	readonly choices: ReadonlyMap<string, Choice>;
}

/** Names the vote that a control is part of, for somebody of that group. */
export function contestKey({ sceneID, rules }: PlayedControl, groupID: string): string {
	return rules.perGroup ? `${sceneID}\n${groupID}` : sceneID;
}

/** The controls between which a scene's viewers choose. */
export function votedControls(state: EngineState, sceneID: string): readonly PlayedControl[] {
	return [...state.controls.values()].filter((one) => one.sceneID === sceneID && one.rules.aggregate === 'vote');
}

/** Opens the vote that a control is part of, unless it is open. */
export function openContest(state: EngineState, played: PlayedControl, groupID: string, now: number): EngineState {
	const key = contestKey(played, groupID);
	if (state.contests.has(key)) return state;
	const windows = votedControls(state, played.sceneID).map(({ rules }) => rules.windowMs ?? defaultWindowMs);
	const contest: Contest = {
		sceneID: played.sceneID,
		groupID: played.rules.perGroup ? groupID : undefined,
		endsAt: now + Math.max(...windows),
		people: new VersionedMap(),
		choices: new Map()
	};
	return { ...state, contests: new Map(state.contests).set(key, contest) };
}

/** Counts a vote, in place of the one that the person had; `undefined` where too many vote. */
export function castVote(
	state: EngineState,
	played: PlayedControl,
	input: BoardInput,
	{ groupID, now }: { readonly groupID: string; readonly now: number }
): EngineState | undefined {
	const key = contestKey(played, groupID);
	const opened = openContest(state, played, groupID, now);
	const contest = opened.contests.get(key);
	if (contest === undefined) return undefined;
	const person = personKey(input);
	const { controlID } = played.control;
	const wanted = contest.people.get(person)?.controlID;
	if (wanted === controlID) return opened;
	if (wanted === undefined && contest.people.size >= engineLimits.people) return undefined;
	const choices = new Map(contest.choices);
	const left = wanted === undefined ? undefined : choices.get(wanted);
	if (wanted !== undefined && left) choices.set(wanted, { ...left, count: left.count - 1 });
	choices.set(controlID, { count: (choices.get(controlID)?.count ?? 0) + 1, at: now, newest: input });
	const people = contest.people.with(person, { controlID });
	return { ...opened, contests: new Map(opened.contests).set(key, { ...contest, people, choices }) };
}

/** What was voted for, the most wanted first; of equals the one that had its votes first. */
export function rankChoices({ choices }: Contest): readonly (Choice & { readonly controlID: string })[] {
	return [...choices]
		.map(([controlID, choice]) => ({ controlID, ...choice }))
		.filter(({ count }) => count > 0)
		.sort((one, other) => other.count - one.count || one.at - other.at);
}
