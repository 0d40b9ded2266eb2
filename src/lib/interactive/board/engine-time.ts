import { rankChoices, type Contest } from './contest.ts';
import { restsUntil } from './engine.ts';
import { still, type EngineState, type EngineStep, type PlayedControl } from './engine-state.ts';
import { findPlayed, fire, join } from './fire.ts';
import { letGo } from './holding.ts';
import { settleMean, withMean, type Mean } from './mean.ts';
import { withoutTurn, type Turn } from './turn.ts';

/** Ends what is due: votes, windows, and means that are to be told; to be called some times a second. */
export function tick(state: EngineState, now: number): EngineStep {
	const contests = [...state.contests].filter(([, { endsAt }]) => endsAt <= now);
	const turns = [...state.turns].filter(([, { endsAt }]) => endsAt <= now);
	const means = [...state.means].filter(([, { dueAt }]) => dueAt <= now);
	let step = still(state);
	for (const [key, contest] of contests) step = join(step, (next) => endContest(next, key, contest, now));
	for (const [tally, turn] of turns) step = join(step, (next) => endTurn(next, tally, turn, now));
	for (const [tally, mean] of means) step = join(step, (next) => tellMean(next, tally, mean, now));
	return step;
}

/** Ends the votes of a scene at once. */
export function endContests(state: EngineState, sceneID: string, now: number): EngineStep {
	let step = still(state);
	for (const [key, contest] of state.contests)
		if (contest.sceneID === sceneID) step = join(step, (next) => endContest(next, key, contest, now));
	return step;
}

/** Somebody is gone: what they held is let go, and where they pushed counts no more; their vote stays. */
export function leave(state: EngineState, person: string, now: number): EngineStep {
	let step = still(state);
	for (const [tally, { key }] of state.holders)
		step = join(step, (next) => {
			const { state: left, last } = letGo(next, tally, person);
			const played = state.controls.get(key);
			return last && played ? fire(left, played, { phase: 'release', input: last, held: false }, now) : still(left);
		});
	let next = step.state;
	for (const [tally, mean] of next.means)
		if (mean.people.has(person)) next = withMean(next, tally, { ...mean, people: mean.people.without(person) });
	for (const [tally, turn] of next.turns)
		if (turn.person === person && turn.last === undefined) next = withoutTurn(next, tally);
	return { ...step, state: next };
}

function endContest(state: EngineState, key: string, contest: Contest, now: number): EngineStep {
	const contests = new Map(state.contests);
	contests.delete(key);
	const over = { ...state, contests };
	for (const { controlID, count, newest } of rankChoices(contest)) {
		const winner = findPlayed(state, contest.sceneID, controlID);
		if (winner && canFire(state, winner, now))
			return fire(over, winner, { phase: 'press', input: newest, votes: count, held: false }, now);
	}
	return still(over);
}

function endTurn(state: EngineState, tally: string, { key, last }: Turn, now: number): EngineStep {
	const over = withoutTurn(state, tally);
	const played = state.controls.get(key);
	if (!last || !played || !canFire(state, played, now)) return still(over);
	const phase = last.event === 'move' ? 'move' : 'press';
	return fire(over, played, { phase, input: last, held: false }, now);
}

function tellMean(state: EngineState, tally: string, mean: Mean, now: number): EngineStep {
	const played = state.controls.get(mean.key);
	if (!played) return still(withoutMean(state, tally));
	const settled = settleMean(mean, played, now);
	const next = settled.people.size === 0 ? withoutMean(state, tally) : withMean(state, tally, settled);
	if (settled.point.x === mean.point.x && settled.point.y === mean.point.y) return still(next);
	return fire(next, played, { phase: 'move', input: mean.newest, point: settled.point, held: false }, now);
}

function withoutMean(state: EngineState, tally: string): EngineState {
	const means = new Map(state.means);
	means.delete(tally);
	return { ...state, means };
}

function canFire(state: EngineState, { key, control }: PlayedControl, now: number): boolean {
	const disabled = state.switched.get(key) ?? control.disabled;
	return !state.paused && !disabled && restsUntil(state, key, now) === undefined;
}
