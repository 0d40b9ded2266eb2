import {
	parseOverlayEffect,
	type ImageEffect,
	type KeyEffect,
	type SoundEffect
} from '#lib/interactive/board/overlay-effect.ts';
import type { Control } from '#lib/interactive/controls/control.ts';
import { isObject, type JsonObject } from '#lib/interactive/json.ts';
import { readBoardNews } from '#lib/interactive/participant/board-news.ts';
import { currentControls } from '#lib/interactive/participant/mirror.ts';
import { ParticipantClient } from '#lib/interactive/participant/participant-client.ts';
import { Emitter } from '#lib/model/emitter.ts';
import { SeenIds } from '#lib/model/seen-ids.ts';
import { systemEnvironment, type Environment } from '#lib/transport/environment.ts';
import { HostClock } from './host-clock.svelte.ts';
import { nothingDone, takeNews, type OverlayResults } from './overlay-results.ts';
import { onWake } from './wake.ts';

/** Which channel's room is watched, and what of it. */
export interface OverlayRoomOptions {
	readonly origin: string;
	readonly channel: string;
	/** How many presses are shown, and for how long. */
	readonly presses: number;
	readonly pressMs: number;
}

const rememberedEffects = 500;

/** A channel's room as an overlay sees it: the board, what viewers do, and effects as they come. It takes part in nothing. */
export class OverlayRoom {
	/** Whether there is a game just now. */
	open = $state(false);
	/** Whether somebody by the channel's name exists. */
	known = $state(true);
	/** The room's id. */
	room = $state<string>();
	controls = $state.raw<readonly Control[]>([]);
	results = $state.raw<OverlayResults>(nothingDone);
	#clockOffsetMs = $state(0);
	readonly #clock = new HostClock(() => this.#clockOffsetMs);
	readonly #lastCooldown = $derived(
		Math.max(0, ...this.controls.map(({ cooldown }) => (typeof cooldown === 'number' ? cooldown : 0)))
	);
	readonly effects = new Emitter<SoundEffect | ImageEffect>();
	/** Keys of a game page that go down and come up. */
	readonly strokes = new Emitter<KeyEffect>();
	readonly #options: OverlayRoomOptions;
	readonly #environment: Environment;
	readonly #client: ParticipantClient;
	readonly #seen = new SeenIds(rememberedEffects);
	#held: readonly number[] = [];
	#pressCount = 0;

	constructor(options: OverlayRoomOptions, environment: Environment = systemEnvironment) {
		this.#options = options;
		this.#environment = environment;
		this.#client = new ParticipantClient({ ...options, watch: true }, environment);
	}

	/** Epoch ms by the host's clock; it moves while something cools down. */
	get now(): number {
		return this.#clock.until(this.#lastCooldown);
	}

	/** Watches until the returned function is called. */
	watch(listenForWake = onWake): () => void {
		const stops = [
			this.#client.changes.on(() => this.#reflect()),
			this.#client.broadcasts.on((broadcast) => this.#hear(broadcast)),
			listenForWake(() => this.#client.wake()),
			this.#client.open()
		];
		return () => {
			for (const stop of stops) stop();
		};
	}

	#reflect(): void {
		const { phase, mirror, room, clockOffsetMs } = this.#client;
		// A line that is lost for a moment leaves the board where it is.
		this.open = (phase.type === 'inside' || (phase.type === 'lost' && this.open)) && mirror.ready;
		this.known = phase.type !== 'unknown-channel';
		this.room = room;
		this.#clockOffsetMs = clockOffsetMs;
		this.controls = this.open ? currentControls(mirror) : [];
		if (!this.open) this.#forget();
	}

	#hear(broadcast: JsonObject): void {
		const news = readBoardNews(broadcast);
		if (!news) return this.#hearEffect(broadcast);
		const { presses: most, pressMs } = this.#options;
		const firstId = this.#pressCount;
		const endId = (this.#pressCount += news.presses.length);
		this.results = takeNews(this.results, news, this.controls, { firstId, most });
		if (news.presses.length === 0) return;
		this.#environment.clock.setTimeout(() => this.#fade(firstId, endId), pressMs);
	}

	#fade(firstId: number, endId: number): void {
		const presses = this.results.presses.filter(({ id }) => id < firstId || id >= endId);
		this.results = { ...this.results, presses };
	}

	#hearEffect({ tributary }: JsonObject): void {
		if (!isObject(tributary) || tributary['type'] !== 'effect') return;
		const { id, effect } = tributary;
		const known = parseOverlayEffect(effect);
		if (!known || (typeof id === 'string' && !this.#seen.add(id))) return;
		if (known.type === 'key') this.#press(known);
		else this.effects.emit(known);
	}

	#press(stroke: KeyEffect): void {
		const others = this.#held.filter((keyCode) => keyCode !== stroke.keyCode);
		this.#held = stroke.event === 'keydown' ? [...others, stroke.keyCode] : others;
		this.strokes.emit(stroke);
	}

	/** With the game goes what was counted, and nobody is left to let a key go. */
	#forget(): void {
		for (const keyCode of this.#held) this.#press({ type: 'key', event: 'keyup', keyCode });
		this.results = nothingDone;
	}
}
