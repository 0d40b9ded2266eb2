import type { BoardInput } from '#lib/interactive/board/board-input.ts';
import type { Board } from '#lib/interactive/board/board.ts';
import {
	changeBoard,
	endRest,
	moveGroup,
	setMode,
	setPaused,
	startVote,
	switchControl
} from '#lib/interactive/board/engine-change.ts';
import {
	createEngine,
	type BoardMode,
	type ControlUpdate,
	type EngineState,
	type EngineStep,
	type Trigger
} from '#lib/interactive/board/engine-state.ts';
import { endContests, leave, tick } from '#lib/interactive/board/engine-time.ts';
import { press, type PressResult } from '#lib/interactive/board/engine.ts';
import { presses } from '#lib/interactive/controls/input.ts';
import { defaultId } from '#lib/interactive/room/state.ts';
import type { Clock } from '#lib/transport/clock.ts';
import {
	BoardNews,
	noTallies,
	readTallies,
	toBoardPress,
	withPulses,
	type BoardPress,
	type BoardTallies,
	type ListedPress
} from './board-news.ts';

const mostShown = 30;
const tickMs = 50;

/** What a board that is played needs around it. */
export interface BoardPlayPorts {
	readonly clock: Clock;
	/** Epoch ms by the room's clock. */
	readonly now: () => number;
	readonly onUpdates: (updates: readonly ControlUpdate[]) => void;
	readonly onTrigger: (trigger: Trigger, engine: EngineState) => void;
	/** At most ten times a second: what was pressed meanwhile, and what is counted now. */
	readonly onNews: (presses: readonly BoardPress[], tallies: BoardTallies) => void;
}

/** A board that is being played: it counts at once, and what it shows of that follows ten times a second. */
export class BoardPlay {
	/** The engine as it was a moment ago. */
	engine = $state.raw() as EngineState;
	/** The newest first. */
	listed = $state.raw<readonly ListedPress[]>([]);
	tallies = $state.raw<BoardTallies>(noTallies);
	/** A number for each control that changes with every press. */
	pulses = $state.raw(withPulses(noTallies.votes, []));
	readonly #ports: BoardPlayPorts;
	readonly #news: BoardNews;
	#current: EngineState;
	#timer: unknown;
	#count = 0;

	constructor(board: Board, mode: BoardMode, ports: BoardPlayPorts) {
		this.#ports = ports;
		this.#current = createEngine(board, mode);
		this.engine = this.#current;
		this.#news = new BoardNews(ports.clock, (pressed) => this.#show(pressed));
	}

	/** The engine as it is now. */
	get current(): EngineState {
		return this.#current;
	}

	/** Takes in what somebody did; `pay` takes what it costs, and without that nothing comes of it. */
	take(input: BoardInput, pay?: () => Promise<boolean>): PressResult {
		const now = this.#ports.now();
		// A page in the background is called late by its timers, but at once by its socket.
		this.#apply(tick(this.#current, now));
		const step = press(this.#current, input, now);
		if (!step.result.accepted) return step.result;
		if (pay) {
			this.#apply({ ...step, triggers: [] });
			void this.#runPaid(step.triggers, pay);
		} else this.#apply(step);
		if (this.#isPress(input)) this.#news.add(toBoardPress(input));
		return step.result;
	}

	/** Somebody is gone, by `personKey`. */
	leave(person: string): void {
		this.#apply(leave(this.#current, person, this.#ports.now()));
	}

	change(board: Board): void {
		this.#set(changeBoard(this.#current, board));
	}

	setPaused(paused: boolean): void {
		this.#set(setPaused(this.#current, paused));
	}

	setMode(mode: BoardMode): void {
		this.#set(setMode(this.#current, mode));
	}

	moveGroup(groupID: string, sceneID: string): void {
		this.#set(moveGroup(this.#current, groupID, sceneID));
	}

	switchControl(key: string, disabled: boolean): void {
		const played = this.#current.controls.get(key);
		if (played) this.#apply(switchControl(this.#current, played, disabled));
		this.#showNow();
	}

	endRest(key: string): void {
		const played = this.#current.controls.get(key);
		if (played) this.#apply(endRest(this.#current, played, this.#ports.now()));
		this.#showNow();
	}

	/** Opens the vote of a scene for everybody. */
	startVote(sceneID: string): void {
		this.#set(startVote(this.#current, sceneID, defaultId, this.#ports.now()));
	}

	endVote(sceneID: string): void {
		this.#apply(endContests(this.#current, sceneID, this.#ports.now()));
		this.#showNow();
	}

	/** Counts nothing any more. */
	close(): void {
		this.#ports.clock.clearTimeout(this.#timer);
		this.#timer = undefined;
		this.#news.close();
	}

	async #runPaid(triggers: readonly Trigger[], pay: () => Promise<boolean>): Promise<void> {
		if (await pay()) for (const trigger of triggers) this.#ports.onTrigger(trigger, this.#current);
	}

	#isPress({ controlID, event }: BoardInput): boolean {
		for (const { control } of this.#current.controls.values())
			if (control.controlID === controlID) return presses(control, event);
		return false;
	}

	#set(state: EngineState): void {
		this.#apply({ state, triggers: [], updates: [] });
		this.#showNow();
	}

	#apply({ state, triggers, updates }: EngineStep): void {
		if (state !== this.#current) this.#news.add();
		this.#current = state;
		if (updates.length > 0) this.#ports.onUpdates(updates);
		for (const trigger of triggers) this.#ports.onTrigger(trigger, this.#current);
		this.#schedule();
	}

	#schedule(): void {
		const { contests, means, turns } = this.#current;
		if (this.#timer !== undefined || contests.size + means.size + turns.size === 0) return;
		this.#timer = this.#ports.clock.setTimeout(() => {
			this.#timer = undefined;
			this.#apply(tick(this.#current, this.#ports.now()));
		}, tickMs);
	}

	#show(pressed: readonly BoardPress[]): void {
		const listed = pressed.map((one) => ({ ...one, id: ++this.#count }));
		this.listed = [...listed.slice().reverse(), ...this.listed].slice(0, mostShown);
		if (listed.length > 0) this.pulses = withPulses(this.pulses, listed);
		this.#showNow();
		this.#ports.onNews(pressed, this.tallies);
	}

	#showNow(): void {
		this.engine = this.#current;
		this.tallies = readTallies(this.#current);
	}
}
