import type { Control } from '#lib/interactive/controls/control.ts';
import { readBoardNews, type BoardPress } from '#lib/interactive/participant/board-news.ts';
import { mergeNews, noResults, type BoardResults } from '#lib/interactive/participant/board-results.ts';
import type { InputResult } from '#lib/interactive/participant/input-result.ts';
import { currentControls, currentScene, emptyMirror, type Mirror } from '#lib/interactive/participant/mirror.ts';
import { ParticipantClient, type ParticipantPhase } from '#lib/interactive/participant/participant-client.ts';
import type { JsonObject } from '#lib/interactive/json.ts';
import { systemEnvironment, type Environment } from '#lib/transport/environment.ts';
import { HostClock } from './host-clock.svelte.ts';
import { onWake } from './wake.ts';

const mostPresses = 4;

/** Who joins; `undefined` is a guest. */
export type RequestToken = (refused?: string) => Promise<string | undefined>;

/** A press as the page lists it. */
export interface ListedPress extends BoardPress {
	readonly id: number;
}

/** An input that was not taken. */
export type InputProblem = Exclude<InputResult, { readonly type: 'taken' | 'gone' }>;

/** A channel's room as one viewer plays in it. */
export class PlayRoom {
	phase = $state.raw<ParticipantPhase>({ type: 'joining' });
	mirror = $state.raw<Mirror>(emptyMirror);
	results = $state.raw<BoardResults>(noResults);
	/** The newest first. */
	presses = $state.raw<readonly ListedPress[]>([]);
	problem = $state.raw<InputProblem>();
	online = $state(navigator.onLine);
	readonly controls: readonly Control[] = $derived(currentControls(this.mirror));
	readonly scene: string = $derived(currentScene(this.mirror));
	#clockOffsetMs = $state(0);
	readonly #clock = new HostClock(() => this.#clockOffsetMs);
	readonly #lastCooldown = $derived(
		Math.max(0, ...this.controls.map(({ cooldown }) => (typeof cooldown === 'number' ? cooldown : 0)))
	);
	readonly #channel: string;
	readonly #requestToken: RequestToken;
	readonly #environment: Environment;
	#client: ParticipantClient | undefined;
	#listed = 0;

	constructor(channel: string, requestToken: RequestToken, environment: Environment = systemEnvironment) {
		this.#channel = channel;
		this.#requestToken = requestToken;
		this.#environment = environment;
	}

	/** Epoch ms by the host's clock; it moves while something cools down. */
	get now(): number {
		return this.#clock.until(this.#lastCooldown);
	}

	/** Joins and stays until the returned function is called. */
	open(): () => void {
		const options = { origin: location.origin, channel: this.#channel, accessToken: this.#requestToken };
		const client = new ParticipantClient(options, this.#environment);
		this.#client = client;
		const readOnline = () => (this.online = navigator.onLine);
		addEventListener('online', readOnline);
		addEventListener('offline', readOnline);
		const stops = [
			client.changes.on(() => this.#read(client)),
			client.broadcasts.on((broadcast) => this.#hear(broadcast)),
			onWake(() => client.wake()),
			client.open(),
			() => removeEventListener('online', readOnline),
			() => removeEventListener('offline', readOnline)
		];
		return () => {
			for (const stop of stops) stop();
		};
	}

	/** Gives input; whether it was taken. */
	async give(controlID: string, gesture: JsonObject): Promise<boolean> {
		const result = await this.#client?.giveInput(controlID, gesture);
		if (!result || result.type === 'gone') return false;
		if (result.type === 'taken') return true;
		this.problem = result;
		return false;
	}

	#read({ phase, mirror, clockOffsetMs }: ParticipantClient): void {
		if (phase.type === 'waiting') this.#forget();
		this.phase = phase;
		this.mirror = mirror;
		this.#clockOffsetMs = clockOffsetMs;
	}

	#hear(broadcast: JsonObject): void {
		const news = readBoardNews(broadcast);
		if (!news) return;
		this.results = mergeNews(this.results, news);
		const listed = news.presses.map((press) => ({ ...press, id: this.#listed++ })).reverse();
		if (listed.length > 0) this.presses = [...listed, ...this.presses].slice(0, mostPresses);
	}

	#forget(): void {
		this.results = noResults;
		this.presses = [];
		this.problem = undefined;
	}
}
