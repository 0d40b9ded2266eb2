import type { ControlUpdate } from '#lib/interactive/board/engine-state.ts';
import { emptyRoom, planCalls, type Published } from '#lib/interactive/board/publish.ts';
import {
	Discovery,
	RefusedCallError,
	State,
	type Call,
	type Connection,
	type ConnectionChange
} from '#lib/interactive/client/index.ts';
import { isObject, type JsonObject } from '#lib/interactive/json.ts';
import type { Environment } from '#lib/transport/environment.ts';

/** Where a room is, and the token that hosts it. */
export interface BoardRoomOptions {
	readonly environment: Environment;
	/** Where the hosts are listed. */
	readonly origin: string;
	readonly accessToken: string;
	/** Names whoever hosts: of two connections that are named alike, the newer one takes the seat. */
	readonly instance: string;
}

/** What a room tells whoever hosts it. */
export interface BoardRoomListener {
	onCall(call: Call): void;
	/** After `opened` with `again` the room is empty. */
	onChange(change: ConnectionChange): void;
	/** The room refused to show something. */
	onRefusal(refusal: RefusedCallError): void;
}

/** A room that this page hosts as its game client. */
export class BoardRoom {
	readonly #state: State;
	readonly #environment: Environment;
	readonly #listener: BoardRoomListener;
	readonly #stops: readonly (() => void)[];
	#shown = emptyRoom;
	#showing: Promise<void> = Promise.resolve();
	/** How far the room's clock is ahead of ours, ms. */
	#aheadMs = 0;

	private constructor(state: State, environment: Environment, listener: BoardRoomListener) {
		this.#state = state;
		this.#environment = environment;
		this.#listener = listener;
		const heard = ['giveInput', 'onParticipantJoin', 'onParticipantUpdate', 'onParticipantLeave'];
		this.#stops = [
			...heard.map((name) => state.on(name, (call) => listener.onCall(call))),
			state.connection.changes.on((change) => this.#change(change)),
			state.connection.problems.on((problem) => {
				if (problem instanceof RefusedCallError) listener.onRefusal(problem);
			}),
			state.pumpAsync()
		];
	}

	/** Takes the room's one seat for a game. Throws as `State.connect` does. */
	static async open(options: BoardRoomOptions, listener: BoardRoomListener): Promise<BoardRoom> {
		const { environment, origin, accessToken, instance } = options;
		const discovery = new Discovery({ host: origin }, environment);
		const authorization = `Bearer ${accessToken}`;
		const state = await State.connect(
			{
				discovery,
				authorization,
				projectVersionId: 1,
				extraHeaders: { 'X-Interactive-Instance': instance, 'X-Interactive-Frames': 'batched' }
			},
			environment
		);
		const room = new BoardRoom(state, environment, listener);
		await room.#readClock();
		return room;
	}

	/** By session id, as the room tells of them. */
	get participants(): ReadonlyMap<string, JsonObject> {
		return this.#state.participants;
	}

	/** Epoch ms by the room's clock. */
	get now(): number {
		return this.#environment.clock.now() + this.#aheadMs;
	}

	/** Makes the room show this, in place of what it shows. */
	show(next: Published): Promise<void> {
		this.#showing = this.#showing.then(async () => {
			const calls = planCalls(this.#shown, next);
			this.#shown = next;
			for (const { method, params } of calls) await this.#attempt(method, params);
		});
		return this.#showing;
	}

	/** Opens the board to viewers, or closes it. */
	async setReady(isReady: boolean): Promise<void> {
		await this.#attempt('ready', { isReady });
	}

	/** Tells viewers what became of controls. */
	update(updates: readonly ControlUpdate[]): void {
		const byScene = new Map<string, JsonObject[]>();
		for (const { sceneID, ...patch } of updates)
			byScene.set(sceneID, [...(byScene.get(sceneID) ?? []), patch as unknown as JsonObject]);
		for (const [sceneID, controls] of byScene) this.#tell('updateControls', { sceneID, controls });
	}

	/** Tells those in a scope (`everyone`, `overlay`). */
	broadcast(scope: string, data: JsonObject): void {
		this.#tell('broadcastEvent', { scope: [scope], data });
	}

	/** Changes what a game may set of participants: their group, and whether they may press. */
	changeParticipants(participants: readonly JsonObject[]): void {
		this.#tell('updateParticipants', { participants });
	}

	/** Takes the sparks that a press set aside; false when there are none any more. */
	async capture(transactionID: string): Promise<boolean> {
		try {
			await this.#connection.call('capture', { transactionID });
			return true;
		} catch {
			return false;
		}
	}

	/** Leaves the room; its viewers wait for the next game. */
	close(): void {
		for (const stop of this.#stops) stop();
		this.#connection.close();
	}

	get #connection(): Connection {
		return this.#state.connection;
	}

	#change(change: ConnectionChange): void {
		if (change.type === 'opened') {
			this.#shown = emptyRoom;
			void this.#readClock();
		}
		this.#listener.onChange(change);
	}

	async #readClock(): Promise<void> {
		const { clock } = this.#environment;
		const askedAt = clock.now();
		const answer = await this.#connection.call('getTime').catch(() => null);
		const time = isObject(answer) ? answer['time'] : undefined;
		if (typeof time === 'number') this.#aheadMs = time - (askedAt + clock.now()) / 2;
	}

	/** A refusal is told; whatever else goes wrong is the connection's to tell. */
	async #attempt(method: string, params: JsonObject): Promise<void> {
		try {
			await this.#connection.call(method, params);
		} catch (cause) {
			if (cause instanceof RefusedCallError) this.#listener.onRefusal(cause);
		}
	}

	#tell(method: string, params: JsonObject): void {
		void this.#connection.call(method, params, { discard: true }).catch(() => undefined);
	}
}
