import { AuthorizationError, ConnectionError, RejectionError } from '#lib/model/errors.ts';
import type { Clock } from '#lib/transport/clock.ts';
import { systemEnvironment } from '#lib/transport/environment.ts';
import * as v from 'valibot';
import type { ChatModesState } from './chat-modes.svelte.ts';
import type { ControlRoom } from './control-room.svelte.ts';
import type { SettingsStorage } from './settings.svelte.ts';
import type { ShieldState } from './shield.svelte.ts';
import { StoredValue } from './stored-value.svelte.ts';

/** What is switched by itself, and can fail by itself. */
export type PanicPiece = 'modes' | 'shield';

/** What chat is held to; where it was stricter before, it stays so. */
export const panicModes = { slowSeconds: 30, followersOnlyMinutes: 10 } as const;

const keptMs = 60 * 60_000;
const pieces = ['modes', 'shield'] as const;

/** What was there before, piece by piece: what is missing was not switched. */
const recordSchema = v.nullable(
	v.object({
		broadcasterId: v.string(),
		at: v.number(),
		modes: v.optional(v.object({ slowSeconds: v.number(), followersOnlyMinutes: v.number() })),
		shield: v.optional(v.object({ active: v.boolean() }))
	})
);
type Before = Omit<NonNullable<v.InferOutput<typeof recordSchema>>, 'broadcasterId' | 'at'>;

/** What a panic is made with. */
export interface PanicOptions {
	readonly room: Pick<ControlRoom, 'streamer'>;
	readonly modes: ChatModesState;
	readonly shield: ShieldState;
	readonly storage: () => SettingsStorage;
	readonly clock?: Clock;
}

/** Followers-only, slow mode and Shield Mode in one press, and back to exactly what was before in another. */
export class Panic {
	busy = $state(false);
	/** Why a piece could not be switched, or not be brought back. */
	problems = $state.raw<Readonly<Partial<Record<PanicPiece, unknown>>>>({});
	/** Of what nobody knows whether it was switched on; another press settles it. */
	uncertain = $state.raw<readonly PanicPiece[]>([]);
	readonly #options: PanicOptions;
	readonly #clock: Clock;
	readonly #record: StoredValue<typeof recordSchema>;
	#timer: unknown;

	constructor(options: PanicOptions) {
		this.#options = options;
		this.#clock = options.clock ?? systemEnvironment.clock;
		this.#record = new StoredValue({
			key: 'tributary.panic',
			schema: recordSchema,
			initial: null,
			storage: options.storage
		});
	}

	/** Since when it is on, epoch ms. */
	get since(): number | undefined {
		return this.#own?.at;
	}

	/** What was switched, or may have been, and can be brought back. */
	get switched(): readonly PanicPiece[] {
		return pieces.filter((piece) => this.#own?.[piece] !== undefined);
	}

	/** Forgets what is an hour old, now and later, until the returned function is called. */
	open(): () => void {
		this.#forgetLater();
		return () => this.#clock.clearTimeout(this.#timer);
	}

	/** Switches what is not switched yet; a second press is the same as one. */
	async start(): Promise<void> {
		await this.#once(async () => {
			const before = await this.#readBefore();
			this.#keep(before);
			await Promise.all(pieces.map((piece) => before[piece] && this.#try(piece, () => this.#switchOn(piece, before))));
		});
	}

	/** Brings back what was before; what fails can be tried again. */
	async undo(): Promise<void> {
		await this.#once(async () => {
			// Shield Mode may hold chat modes of its own, so it goes first.
			for (const piece of ['shield', 'modes'] as const)
				if (this.#own?.[piece] !== undefined) await this.#try(piece, () => this.#bringBack(piece));
		});
	}

	get #own() {
		const record = this.#record.current;
		return record && record.broadcasterId === this.#options.room.streamer?.userId ? record : undefined;
	}

	async #once(task: () => Promise<unknown>): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		this.problems = {};
		await task().finally(() => (this.busy = false));
	}

	async #try(piece: PanicPiece, task: () => Promise<void>): Promise<void> {
		try {
			await task();
		} catch (error) {
			this.problems = { ...this.problems, [piece]: error };
		}
	}

	/** What is there now, or was last known; a piece of which nothing is known is left alone, as it could not be undone. */
	async #readBefore(): Promise<Before> {
		const { modes, shield } = this.#options;
		const known = this.#own;
		const before: { -readonly [Key in keyof Before]: Before[Key] } = {};
		await Promise.all([
			this.#try('modes', async () => {
				const { slowSeconds, followersOnlyMinutes } = await modes.request().catch(orElse(modes.modes.current));
				before.modes = known?.modes ?? { slowSeconds, followersOnlyMinutes };
			}),
			this.#try('shield', async () => {
				const { active } = await shield.request().catch(orElse(shield.mode.current));
				before.shield = known?.shield ?? { active };
			})
		]);
		return before;
	}

	async #switchOn(piece: PanicPiece, before: Before): Promise<void> {
		const { modes, shield } = this.#options;
		try {
			if (piece === 'shield') await shield.switch(true);
			else await modes.change(stricter(before.modes));
			this.#settle(piece);
		} catch (error) {
			if (isRefused(error)) this.#forget(piece);
			else if (!this.uncertain.includes(piece)) this.uncertain = [...this.uncertain, piece];
			throw error;
		}
	}

	#settle(piece: PanicPiece): void {
		this.uncertain = this.uncertain.filter((one) => one !== piece);
	}

	async #bringBack(piece: PanicPiece): Promise<void> {
		const { modes, shield } = this.#options;
		const before = this.#own;
		if (piece === 'shield') await shield.switch(before?.shield?.active ?? false);
		else if (before?.modes) await modes.change(before.modes);
		this.#forget(piece);
	}

	#keep(before: Before): void {
		if (!before.modes && !before.shield) return;
		const broadcasterId = this.#options.room.streamer?.userId ?? '';
		this.#record.current = { at: this.#clock.now(), ...this.#own, ...before, broadcasterId };
		this.#forgetLater();
	}

	#forget(piece: PanicPiece): void {
		this.#settle(piece);
		const own = this.#own;
		if (!own) return;
		const { modes, shield, ...stamp } = own;
		const left = piece === 'modes' ? { ...stamp, ...(shield && { shield }) } : { ...stamp, ...(modes && { modes }) };
		if (this.switched.some((one) => one !== piece)) this.#record.current = left;
		else this.#record.reset();
	}

	#forgetLater(): void {
		this.#clock.clearTimeout(this.#timer);
		const record = this.#record.current;
		if (!record) return;
		const leftMs = record.at + keptMs - this.#clock.now();
		if (leftMs <= 0) this.#record.reset();
		else this.#timer = this.#clock.setTimeout(() => this.#record.reset(), leftMs);
	}
}

function stricter(before: Before['modes']) {
	const { slowSeconds = 0, followersOnlyMinutes = -1 } = before ?? {};
	return {
		slowSeconds: Math.max(slowSeconds, panicModes.slowSeconds),
		followersOnlyMinutes: Math.max(followersOnlyMinutes, panicModes.followersOnlyMinutes)
	};
}

/** Whether it is certain that nothing was switched; else it may have been, and stays undoable. */
function isRefused(error: unknown): boolean {
	if (error instanceof ConnectionError) return error.code === 'rate_limited' || error.code === 'not_connected';
	return error instanceof AuthorizationError || error instanceof RejectionError;
}

function orElse<Value>(value: Value | undefined): (error: unknown) => Value {
	return (error) => {
		if (value === undefined) throw error;
		return value;
	};
}
