import { defaultId } from '#lib/interactive/room/state.ts';
import type { BoardInput } from './board-input.ts';
import { contestKey } from './contest.ts';
import type { EngineState, PlayedControl } from './engine-state.ts';

const longestWord = 30;
const longestValue = 200;
const numberPattern = /^\d{1,3}$/;

/** What is done to a control from outside the page of viewers. */
export type SpokenInput = Pick<BoardInput, 'controlID' | 'event' | 'value'>;

/** What a line of chat presses: its first word is a command, in any case, or a number while a vote is open. */
export function readCommand(state: EngineState, text: string): SpokenInput | undefined {
	const [, word = '', rest = ''] = /^\s*(\S+)\s*([^]*)$/.exec(text.slice(0, longestWord + longestValue)) ?? [];
	if (word === '' || word.length > longestWord) return undefined;
	const wanted = word.toLowerCase();
	const played = spokenTo(state).find(({ rules }) => rules.inputs.chat?.toLowerCase() === wanted);
	if (!played || (numberPattern.test(word) && !isVoteOpen(state, played))) return undefined;
	return toInput(played, rest);
}

/** What a redeemed reward presses, with what the viewer wrote. */
export function readReward(state: EngineState, rewardId: string, text: string): SpokenInput | undefined {
	const played = spokenTo(state).find(({ rules }) => rules.inputs.rewardId === rewardId);
	return played && toInput(played, text);
}

/** What a cheer presses: the control whose command it says, if it is enough for that, else the dearest that it pays for. */
export function readCheer(state: EngineState, bits: number, text: string): SpokenInput | undefined {
	const paid = spokenTo(state)
		.filter(({ rules }) => rules.inputs.bits !== undefined && rules.inputs.bits <= bits)
		.sort((one, other) => (other.rules.inputs.bits ?? 0) - (one.rules.inputs.bits ?? 0));
	const words = new Set(text.toLowerCase().split(/\s+/, 50));
	const played = paid.find(({ rules }) => words.has(rules.inputs.chat?.toLowerCase() ?? '')) ?? paid[0];
	return played && toInput(played, text);
}

/** The controls that whoever is not on the page of viewers can press: those of the scene that most viewers see. */
function spokenTo(state: EngineState): readonly PlayedControl[] {
	const sceneID = state.groups.get(defaultId);
	return [...state.controls.values()].filter((played) => played.sceneID === sceneID);
}

function isVoteOpen(state: EngineState, played: PlayedControl): boolean {
	return state.contests.has(contestKey(played, defaultId));
}

function toInput({ control }: PlayedControl, text: string): SpokenInput | undefined {
	const { controlID, kind } = control;
	if (kind === 'textbox') {
		const value = text.trim().slice(0, longestValue);
		return value === '' ? undefined : { controlID, event: 'submit', value };
	}
	// Nobody can be said to push a joystick, or to point, by a word alone.
	return kind === 'joystick' || kind === 'screen' || kind === 'label' ? undefined : { controlID, event: 'mousedown' };
}
