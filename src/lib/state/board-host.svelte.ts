import type { Board } from '#lib/interactive/board/board.ts';
import type { BoardMode, ControlUpdate, EngineState } from '#lib/interactive/board/engine-state.ts';
import { toPublished } from '#lib/interactive/board/publish.ts';
import { ClosedError, type Call, type ConnectionChange } from '#lib/interactive/client/index.ts';
import { closeCodes } from '#lib/interactive/close-codes.ts';
import { isArray, isObject, type JsonObject } from '#lib/interactive/json.ts';
import type { ChannelRef } from '#lib/model/channel.ts';
import type { ChatMessage } from '#lib/model/chat.ts';
import type { Redemption } from '#lib/model/redemption.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import type { Environment } from '#lib/transport/environment.ts';
import { BoardEffects, type BoardProblem, type RunEffect } from './board-effects.ts';
import { toHostFailure, type BoardHostFailure } from './board-host-failure.ts';
import { toBroadcast } from './board-news.ts';
import { BoardPlay } from './board-play.svelte.ts';
import { ChatPresses, toEventInput, toViewerInput, viewerKey } from './board-presses.ts';
import { BoardRoom } from './board-room.ts';

const lockName = 'tributary.board-host';
const mostPeople = 100;
const mostProblems = 5;
const peopleMs = 250;

/** How a board's host is doing. */
export type BoardHostStatus =
	| { readonly type: 'idle' | 'starting' | 'live' | 'lost' }
	| { readonly type: 'stopped'; readonly failure: BoardHostFailure };

/** What a board's host needs of the page. */
export interface BoardHostPorts {
	readonly environment: Environment;
	readonly origin: string;
	/** `refused` is a token that the room did not take. */
	readonly requestToken: (refused?: string) => Promise<{ readonly accessToken: string }>;
	/** `undefined` where another page of this browser has it. */
	readonly takeLock: (name: string) => Promise<(() => void) | undefined>;
	/** The streamer's own channels: chat of others presses nothing. */
	readonly own: () => readonly ChannelRef[];
	readonly runEffect: RunEffect;
	readonly settle: (redemption: Redemption, accepted: boolean) => void;
}

/** Plays a board in the streamer's room: it publishes it, takes presses from everywhere, and does what they set off. */
export class BoardHost {
	status = $state.raw<BoardHostStatus>({ type: 'idle' });
	/** What is played, while anything is. */
	play = $state.raw<BoardPlay>();
	viewers = $state(0);
	/** Who is in the room, the newest first. */
	people = $state.raw<readonly JsonObject[]>([]);
	/** Whether events that were made up press too. */
	tryingOut = $state(false);
	/** Sparks that were taken. */
	captured = $state(0);
	/** Each once, the newest first. */
	problems = $state.raw<readonly BoardProblem[]>([]);
	readonly #ports: BoardHostPorts;
	readonly #chat: ChatPresses;
	readonly #effects: BoardEffects;
	/** Names this page, so that it finds its seat again when the line broke. */
	readonly #instance: string;
	#room: BoardRoom | undefined;
	#free: (() => void) | undefined;
	#counting: unknown;
	/** Counts starts, so that what belongs to an earlier one is known. */
	#run = 0;

	constructor(ports: BoardHostPorts) {
		this.#ports = ports;
		this.#chat = new ChatPresses(ports.own);
		this.#instance = ports.environment.random().toString(36).slice(2);
		this.#effects = new BoardEffects(ports.runEffect, (problem) => this.note(problem));
	}

	/** Whether a board is played, or about to be. */
	get running(): boolean {
		return this.play !== undefined;
	}

	/** Epoch ms by the room's clock. */
	get now(): number {
		return this.#room?.now ?? this.#ports.environment.clock.now();
	}

	async start(board: Board, mode: BoardMode): Promise<void> {
		if (this.running) return;
		const run = ++this.#run;
		this.status = { type: 'starting' };
		[this.captured, this.problems] = [0, []];
		this.play = this.#createPlay(board, mode);
		const free = await this.#ports.takeLock(lockName);
		if (run !== this.#run) return free?.();
		this.#free = free;
		if (free) await this.#open(run);
		else this.#end('elsewhere');
	}

	/** Leaves the room with its viewers waiting. */
	stop(): void {
		this.#end(undefined);
	}

	/** The board was edited: viewers see it as it is now, and what they have done so far stays. */
	change(board: Board): void {
		this.play?.change(board);
		this.#publish();
	}

	setPaused(paused: boolean): void {
		this.play?.setPaused(paused);
		void this.#room?.setReady(!paused);
	}

	/** Lets a group see another scene; without a group, everybody. */
	showScene(sceneID: string, groupID?: string): void {
		const groups = groupID === undefined ? [...(this.play?.current.groups.keys() ?? [])] : [groupID];
		for (const group of groups) this.play?.moveGroup(group, sceneID);
		this.#publish();
	}

	/** Puts somebody into another group, or takes their presses away. */
	changeParticipant(sessionID: string, change: { readonly groupID?: string; readonly disabled?: boolean }): void {
		this.#room?.changeParticipants([{ sessionID, ...change } as JsonObject]);
	}

	/** Remembers what the board itself writes in chat. */
	rememberLine(text: string): void {
		this.#chat.remember(text);
	}

	broadcastOverlay(id: string, effect: JsonObject): void {
		this.#room?.broadcast('overlay', { tributary: { type: 'effect', id, effect } });
	}

	takeChat(message: ChatMessage): void {
		const input = this.#live && this.#chat.read(this.#live.current, message, this.#ports.environment.clock.now());
		if (input) this.play?.take(input);
	}

	/** Redemptions and cheers; what was made up counts while trying out, and is answered to nobody. */
	takeEvent(event: StreamEvent): void {
		if (event.simulated && !this.tryingOut) return;
		const input = this.#live && toEventInput(this.#live.current, event);
		const result = input && this.play?.take(input);
		if (result && event.type === 'redemption' && !event.simulated)
			this.#ports.settle(event.redemption, result.accepted);
	}

	dismiss(problem: BoardProblem): void {
		this.problems = this.problems.filter((one) => one !== problem);
	}

	/** What is played, once viewers can see it: until then nobody presses it. */
	get #live(): BoardPlay | undefined {
		return this.status.type === 'live' ? this.play : undefined;
	}

	async #open(run: number): Promise<void> {
		try {
			const room = await this.#connect(run);
			if (run !== this.#run) return room.close();
			this.#room = room;
			this.#publish();
			this.status = { type: 'live' };
		} catch (cause) {
			if (run === this.#run) this.#end(toHostFailure(cause));
		}
	}

	/** A token that the room does not take is replaced once. */
	async #connect(run: number, refused?: string): Promise<BoardRoom> {
		const { environment, origin, requestToken } = this.#ports;
		const { accessToken } = await requestToken(refused);
		try {
			return await BoardRoom.open(
				{ environment, origin, accessToken, instance: this.#instance },
				{
					onCall: (call) => this.#hear(call),
					onChange: (change) => this.#change(run, change),
					onRefusal: ({ message }) => this.note({ label: '', sentence: message })
				}
			);
		} catch (cause) {
			const expired = cause instanceof ClosedError && cause.closeCode === closeCodes.authorizationFailed;
			if (!expired || refused !== undefined) throw cause;
			return this.#connect(run, accessToken);
		}
	}

	#change(run: number, change: ConnectionChange): void {
		if (run !== this.#run) return;
		if (change.type === 'lost') this.status = { type: 'lost' };
		else if (change.type === 'opened') {
			this.#publish();
			this.status = { type: 'live' };
		} else this.#lose(run, change.cause);
		this.#countPeople();
	}

	#lose(run: number, cause: ClosedError): void {
		this.#room?.close();
		this.#room = undefined;
		if (cause.closeCode !== closeCodes.authorizationFailed) return this.#end(toHostFailure(cause));
		this.status = { type: 'lost' };
		void this.#open(run);
	}

	#publish(): void {
		const [room, play] = [this.#room, this.play];
		if (!room || !play) return;
		void room.show(toPublished(play.current)).then(() => {
			room.update(runtimeOf(play.current, room.now));
			return room.setReady(!play.current.paused);
		});
	}

	#hear(call: Call): void {
		if (call.name === 'giveInput') return this.#takeInput(call);
		if (call.name === 'onParticipantLeave' && isArray(call.data['participants']))
			for (const one of call.data['participants'])
				if (isObject(one)) this.play?.leave(viewerKey(String(one['sessionID']), one));
		this.#countPeople();
	}

	#takeInput(call: Call): void {
		const { participantID, transactionID } = call.data;
		const input = toViewerInput(call, this.#room?.participants.get(String(participantID)));
		if (!input) return;
		const pay = typeof transactionID === 'string' ? () => this.#capture(input.controlID, transactionID) : undefined;
		this.#live?.take(input, pay);
	}

	async #capture(controlID: string, transactionID: string): Promise<boolean> {
		const taken = (await this.#room?.capture(transactionID)) ?? false;
		const controls = [...(this.play?.current.controls.values() ?? [])];
		if (taken) this.captured += controls.find(({ control }) => control.controlID === controlID)?.rules.cost ?? 0;
		return taken;
	}

	/** A raid may bring a thousand at once. */
	#countPeople(): void {
		if (this.#counting !== undefined) return;
		this.#counting = this.#ports.environment.clock.setTimeout(() => {
			this.#counting = undefined;
			const participants = this.#room?.participants;
			this.viewers = participants?.size ?? 0;
			this.people = [...(participants?.values() ?? [])].slice(-mostPeople).reverse();
		}, peopleMs);
	}

	#createPlay(board: Board, mode: BoardMode): BoardPlay {
		return new BoardPlay(board, mode, {
			clock: this.#ports.environment.clock,
			now: () => this.now,
			onUpdates: (updates) => this.#room?.update(updates),
			onTrigger: (trigger, engine) => this.#effects.run(trigger, engine),
			onNews: (pressed, tallies) => this.#room?.broadcast('everyone', toBroadcast(pressed, tallies))
		});
	}

	/** Tells something that did not work, once. */
	note(problem: BoardProblem): void {
		const known = this.problems.some(({ label, sentence }) => label === problem.label && sentence === problem.sentence);
		if (!known) this.problems = [problem, ...this.problems].slice(0, mostProblems);
	}

	#end(failure: BoardHostFailure | undefined): void {
		this.#run++;
		this.play?.close();
		this.#room?.close();
		this.#free?.();
		[this.play, this.#room, this.#free] = [undefined, undefined, undefined];
		[this.viewers, this.people] = [0, []];
		this.status = failure === undefined ? { type: 'idle' } : { type: 'stopped', failure };
	}
}

/** What a room has to be told of controls besides the board itself: what rests, and what was switched. */
function runtimeOf({ controls, cooldowns, switched }: EngineState, now: number): readonly ControlUpdate[] {
	return [...controls.values()].flatMap(({ key, sceneID, control }): ControlUpdate[] => {
		const [cooldown, disabled] = [cooldowns.get(key), switched.get(key)];
		const rests = cooldown !== undefined && cooldown > now;
		if (!rests && disabled === undefined) return [];
		const { controlID } = control;
		return [{ sceneID, controlID, ...(rests && { cooldown }), ...(disabled !== undefined && { disabled }) }];
	});
}
