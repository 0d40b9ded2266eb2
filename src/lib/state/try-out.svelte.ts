import type { BoardInput } from '#lib/interactive/board/board-input.ts';
import type { Board } from '#lib/interactive/board/board.ts';
import { controlKey, type PlayedControl, type Trigger } from '#lib/interactive/board/engine-state.ts';
import type { PressRefusal } from '#lib/interactive/board/engine.ts';
import type { Control } from '#lib/interactive/controls/control.ts';
import type { JsonObject } from '#lib/interactive/json.ts';
import type { Environment } from '#lib/transport/environment.ts';
import { BoardPlay } from './board-play.svelte.ts';
import { pressLikeViewer } from './try-out-viewer.ts';

/** So many made-up viewers there may be. */
export const mostViewers = 50;

const mostLines = 40;
const turnMs = 250;
/** How likely a viewer does something in a turn. */
const eagerness = 0.12;

/** Something that happened in a try-out. */
export type TryLine = { readonly id: number } & (
	| {
			readonly type: 'effects';
			readonly controlID: string;
			readonly effects: readonly string[];
			readonly votes?: number;
	  }
	| { readonly type: 'refused'; readonly controlID: string; readonly name: string; readonly reason: PressRefusal }
);

/** What a try-out needs; with the same randomness it goes the same way. */
export interface TryOutPorts extends Pick<Environment, 'clock' | 'random'> {
	readonly nameOf: (viewer: number) => string;
}

/** A board that made-up viewers press, by the engine that real ones press it through; no effect is carried out. */
export class TryOut {
	readonly play: BoardPlay;
	viewers = $state(12);
	paused = $state(false);
	/** What came of it, the newest first. */
	lines = $state.raw<readonly TryLine[]>([]);
	counts = $state.raw({ presses: 0, effects: 0, refused: 0 });
	readonly #ports: TryOutPorts;
	#timer: unknown;
	#line = 0;

	constructor(board: Board, ports: TryOutPorts) {
		this.#ports = ports;
		const { clock } = ports;
		this.play = new BoardPlay(board, 'democracy', {
			clock,
			now: () => clock.now(),
			onUpdates: () => {},
			onTrigger: (trigger) => this.#note(trigger),
			onNews: () => {}
		});
	}

	/** Lets the viewers press until the returned function is called. */
	open(): () => void {
		const wait = () => {
			this.#timer = this.#ports.clock.setTimeout(() => {
				wait();
				if (!this.paused) for (let viewer = 0; viewer < this.viewers; viewer++) this.#act(viewer);
			}, turnMs);
		};
		wait();
		return () => {
			this.#ports.clock.clearTimeout(this.#timer);
			this.play.close();
		};
	}

	/** What the streamer does to the board. */
	press(controlID: string, { event, value, x, y }: JsonObject, name: string): boolean {
		const point = typeof x === 'number' && typeof y === 'number' ? { x, y } : undefined;
		return this.#take({
			source: 'viewer',
			sessionID: 'own',
			name,
			controlID,
			event: String(event),
			value: point ?? (typeof value === 'string' ? value : undefined),
			paid: true
		});
	}

	/** The controls of a scene as viewers have them now. */
	shown(sceneID: string, controls: readonly Control[]): readonly Control[] {
		const { cooldowns, switched } = this.play.engine;
		return controls.map((control) => {
			const key = controlKey(sceneID, control.controlID);
			const cooldown = cooldowns.get(key);
			const disabled = switched.get(key) ?? control.disabled;
			return { ...control, disabled, ...(cooldown !== undefined && { cooldown }) };
		});
	}

	#act(viewer: number): void {
		const { random, nameOf } = this.#ports;
		if (random() > eagerness) return;
		const { board, controls, groups } = this.play.current;
		const groupID = board.groups[viewer % board.groups.length]?.groupID;
		const sceneID = groups.get(groupID ?? '');
		const offered = [...controls.values()].filter((one) => one.sceneID === sceneID && one.control.kind !== 'label');
		const played: PlayedControl | undefined = offered[Math.floor(random() * offered.length)];
		if (!played) return;
		const person = { source: 'viewer', sessionID: `made up ${viewer}`, groupID, name: nameOf(viewer) } as const;
		for (const input of pressLikeViewer(played.control, random)) this.#take({ ...person, ...input });
	}

	#take(input: BoardInput): boolean {
		const result = this.play.take(input);
		if (result.accepted) {
			if (input.event !== 'mouseup') this.counts = { ...this.counts, presses: this.counts.presses + 1 };
			return true;
		}
		this.counts = { ...this.counts, refused: this.counts.refused + 1 };
		const { controlID, name } = input;
		this.#add({ type: 'refused', controlID, name, reason: result.reason });
		return false;
	}

	#note({ sceneID, controlID, phase, votes }: Trigger): void {
		const played = this.play.current.controls.get(controlKey(sceneID, controlID));
		const effects = played?.rules.effects.map(({ type }) => type) ?? [];
		if (phase !== 'press' && effects.length === 0) return;
		if (phase === 'release') return;
		this.counts = { ...this.counts, effects: this.counts.effects + effects.length };
		this.#add({ type: 'effects', controlID, effects, ...(votes !== undefined && { votes }) });
	}

	#add(line: DistributiveOmit<TryLine, 'id'>): void {
		this.lines = [{ ...line, id: ++this.#line }, ...this.lines].slice(0, mostLines);
	}
}

type DistributiveOmit<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never;
