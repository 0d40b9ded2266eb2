import { presses } from '#lib/interactive/controls/input.ts';
import { findRefusal, pressCost } from '#lib/interactive/room/press-check.ts';
import { defaultId } from '#lib/interactive/room/state.ts';
import { personKey, type BoardInput, type Point } from './board-input.ts';
import { castVote } from './contest.ts';
import { controlKey, still, type EngineState, type EngineStep, type PlayedControl } from './engine-state.ts';
import { fire, join } from './fire.ts';
import { hold, letGo, willLetGo } from './holding.ts';
import { isRest, pushMean } from './mean.ts';
import { turnEnd, withoutTurn, withTurn } from './turn.ts';

/**
 * Why an input counts for nothing. `unpaid`: the control costs something, and neither sparks nor points nor bits are
 * given; `late`: somebody else was first; `full`: more take part than are kept.
 */
export type PressRefusal = 'disabled' | 'cooling' | 'unknown' | 'paused' | 'unpaid' | 'late' | 'full';

/** What became of an input. */
export type PressResult = { readonly accepted: true } | { readonly accepted: false; readonly reason: PressRefusal };

/** What comes of an input. */
export interface PressStep extends EngineStep {
	readonly result: PressResult;
}

interface Press {
	readonly state: EngineState;
	readonly played: PlayedControl;
	readonly input: BoardInput;
	readonly pressed: boolean;
	readonly groupID: string;
	/** Names what the control counts for this person's group. */
	readonly tally: string;
	readonly now: number;
}

/** Takes in what somebody did, wherever they did it, after the room's own checks; `now` is epoch ms by the room's clock. */
export function press(state: EngineState, input: BoardInput, now: number): PressStep {
	const groupID = input.groupID ?? defaultId;
	const played = state.controls.get(controlKey(state.groups.get(groupID) ?? '', input.controlID));
	if (played === undefined) return refuse(state, 'unknown');
	const pressed = presses(played.control, input.event);
	const tally = played.rules.perGroup ? `${played.key}\n${groupID}` : played.key;
	const one = { state, played, input, pressed, groupID, tally, now };
	const reason = refusalOf(one);
	if (reason !== undefined) return refuse(state, reason);
	const step = take(one);
	return 'reason' in step ? refuse(state, step.reason) : { ...step, result: { accepted: true } };
}

/** Whether a control rests; `undefined` when it does not, else until when, epoch ms. */
export function restsUntil(state: EngineState, key: string, now: number): number | undefined {
	const until = state.cooldowns.get(key);
	return until !== undefined && until > now ? until : undefined;
}

function refusalOf({ state, played, input, pressed, now }: Press): PressRefusal | undefined {
	if (state.paused && pressed) return 'paused';
	const { control, key } = played;
	const cooldown = restsUntil(state, key, now) ?? 0;
	const shown = { ...control, disabled: state.switched.get(key) ?? control.disabled, cooldown };
	const refusal = findRefusal(shown, input.event, now);
	if (refusal !== undefined) return refusal;
	return pressCost(control, input.event) > 0 && !input.paid ? 'unpaid' : undefined;
}

function take(one: Press): EngineStep | { readonly reason: PressRefusal } {
	const { state, played, input, pressed } = one;
	if (!pressed && !hasPoint(input)) return takeRelease(one);
	switch (played.rules.aggregate) {
		case 'vote':
			return pressed && state.mode === 'democracy' ? takeVote(one) : takeOne(one);
		case 'mean':
			return hasPoint(input) && !pressed ? takePush({ ...one, input }) : takeOne(one);
		case 'first':
			return takeFirst(one);
		case 'last':
			return takeLast(one);
		case 'every':
			return takeOne(one);
	}
}

function takeVote({ state, played, input, groupID, now }: Press): EngineStep | { readonly reason: PressRefusal } {
	const voted = castVote(state, played, input, { groupID, now });
	return voted ? still(voted) : { reason: 'full' };
}

function takePush(
	one: Press & { readonly input: BoardInput & { readonly value: Point } }
): EngineStep | { readonly reason: PressRefusal } {
	const pushed = pushMean(one.state, one.played, one.input, one);
	return pushed ? still(pushed) : { reason: 'full' };
}

function takeOne({ state, played, input, pressed, tally, now }: Press): EngineStep {
	const held = pressed && willLetGo(played, input);
	const step = fire(state, played, { phase: pressed ? 'press' : 'move', input, held }, now);
	return held ? { ...step, state: hold(step.state, played, input, tally) } : step;
}

function takeFirst(one: Press): EngineStep | { readonly reason: PressRefusal } {
	const { state, played, input, pressed, tally, now } = one;
	const turn = state.turns.get(tally);
	const person = personKey(input);
	const open = turn !== undefined && turn.endsAt > now;
	// Whoever moves a control first goes on moving it, until they let go.
	if (open && (pressed || turn.person !== person)) return { reason: 'late' };
	const rests = hasPoint(input) && !pressed && isRest(played, input.value);
	const turned = rests
		? withoutTurn(state, tally)
		: withTurn(state, tally, { key: played.key, person, endsAt: turnEnd(played, now) });
	return turned ? takeOne({ ...one, state: turned }) : { reason: 'full' };
}

function takeLast({ state, played, input, tally, now }: Press): EngineStep | { readonly reason: PressRefusal } {
	const endsAt = state.turns.get(tally)?.endsAt ?? turnEnd(played, now);
	const turned = withTurn(state, tally, { key: played.key, person: personKey(input), endsAt, last: input });
	return turned ? still(turned) : { reason: 'full' };
}

function takeRelease({ state, played, input, tally, now }: Press): EngineStep {
	if (input.event !== 'mouseup' && input.event !== 'keyup') return still(state);
	const gone = letGo(state, tally, personKey(input));
	if (!gone.last) return still(gone.state);
	return join(still(gone.state), (next) => fire(next, played, { phase: 'release', input, held: false }, now));
}

function refuse(state: EngineState, reason: PressRefusal): PressStep {
	return { ...still(state), result: { accepted: false, reason } };
}

function hasPoint(input: BoardInput): input is BoardInput & { readonly value: Point } {
	return typeof input.value === 'object';
}
