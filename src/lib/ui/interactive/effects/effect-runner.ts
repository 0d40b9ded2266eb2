import type { Effect } from '#lib/interactive/board/rules.ts';
import type { KeyEffect } from '#lib/interactive/board/overlay-effect.ts';
import { Emitter } from '#lib/model/emitter.ts';
import { ConnectionError } from '#lib/model/errors.ts';
import { m } from '#lib/paraglide/messages.js';
import { systemEnvironment, type Environment } from '#lib/transport/environment.ts';
import { actionFailure } from '#lib/ui/actions/action-failure.ts';
import type { EffectContext, EffectInput } from './effect-context.ts';
import type { EffectDefinition } from './effect-definition.ts';
import { findEffect } from './effects.ts';
import { HeldKeys } from './held-keys.ts';
import { LocalSockets } from './local-sockets.ts';
import { RateLimit } from './rate-limit.ts';

/** What the host of a board lends to its effects. */
export type EffectPorts = Pick<EffectContext, 'channel' | 'say' | 'broadcastOverlay'>;

/** An effect that was not carried out: why, and what the streamer would have to allow. */
export interface EffectFailure {
	readonly label: string;
	readonly sentence: string;
	readonly error?: unknown;
}

/** Carries out the effects of a board, no more often than each type may be; it never throws. */
export class EffectRunner {
	/** Keys of game pages, for a page that is open in this panel; overlays hear them by themselves. */
	readonly strokes = new Emitter<KeyEffect>();
	readonly #ports: EffectPorts;
	readonly #environment: Environment;
	readonly #limits = new Map<string, RateLimit>();
	readonly #keys: HeldKeys;
	readonly #sockets: LocalSockets;

	constructor(ports: EffectPorts, environment: Environment = systemEnvironment) {
		this.#ports = ports;
		this.#environment = environment;
		this.#sockets = new LocalSockets(environment);
		this.#keys = new HeldKeys(environment.clock, (stroke) => this.#tellStroke(stroke));
	}

	/** Resolves with what went wrong, `undefined` for nothing. */
	async run(effect: Effect, input: EffectInput): Promise<EffectFailure | undefined> {
		const definition = findEffect(effect.type);
		if (!definition) return { label: effect.type, sentence: m.effect_unknown() };
		if (!(definition.phases ?? ['press']).includes(input.phase)) return undefined;
		if (input.phase !== 'release' && !this.#limitOf(definition).take(this.#environment.clock.now()))
			return { label: definition.label(), sentence: m.effect_too_often() };
		try {
			await definition.run(effect, this.#context(input));
			return undefined;
		} catch (error) {
			return { label: definition.label(), sentence: failureText(error, definition), error };
		}
	}

	/** Lets go of every key and closes every connection. */
	close(): void {
		this.#keys.close();
		this.#sockets.close();
	}

	#context(input: EffectInput): EffectContext {
		const { channel, say, broadcastOverlay } = this.#ports;
		return {
			input,
			channel,
			say,
			broadcastOverlay,
			keys: this.#keys,
			sendLocal: (url, text) => this.#sockets.send(url, text)
		};
	}

	#limitOf({ type, cap }: EffectDefinition): RateLimit {
		const known = this.#limits.get(type);
		if (known) return known;
		const limit = new RateLimit(cap);
		this.#limits.set(type, limit);
		return limit;
	}

	#tellStroke(stroke: KeyEffect): void {
		this.strokes.emit(stroke);
		// A key that an overlay misses is told again with the next press.
		void Promise.resolve(this.#ports.broadcastOverlay(stroke)).catch(() => undefined);
	}
}

function failureText(error: unknown, { type, words }: EffectDefinition): string {
	if (type === 'socket' && error instanceof ConnectionError) return m.effect_socket_silent();
	return actionFailure(error, { malformed_effect: m.effect_incomplete, ...words });
}
