import { Emitter } from '#lib/model/emitter.ts';
import type { Call } from './call.ts';

/** Calls by name, for whoever listens; a listener that throws stops neither the others nor what comes later. */
export class CallEvents {
	readonly #emitters = new Map<string, Emitter<Call>>();

	/** Adds a listener and returns what removes it. */
	on(name: string, listener: (call: Call) => void): () => void {
		const emitter = this.#emitters.get(name) ?? new Emitter<Call>();
		this.#emitters.set(name, emitter);
		return emitter.on(listener);
	}

	emit(name: string, call: Call): void {
		this.#emitters.get(name)?.emit(call);
	}
}

/** The next call of that name, from a state, a scene or a control. */
export async function untilEvent(source: Pick<CallEvents, 'on'>, name: string): Promise<Call> {
	return await new Promise((resolve) => {
		const stop = source.on(name, (call) => {
			stop();
			resolve(call);
		});
	});
}
