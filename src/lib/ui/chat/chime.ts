const pitches = [880, 1318.5];
const noteSeconds = 0.14;
/** A busy chat rings once, not all the time. */
const quietSeconds = 3;

/** Two soft notes, made here; silent while the browser lets no page sound yet. */
export class Chime {
	#context: AudioContext | undefined;
	#quietUntil = 0;

	/** Rings, unless it has just rung. */
	ring(): void {
		this.#context ??= new AudioContext();
		const context = this.#context;
		if (context.state === 'suspended') void context.resume().catch(() => undefined);
		if (context.currentTime < this.#quietUntil) return;
		this.#quietUntil = context.currentTime + quietSeconds;
		for (const [index, pitch] of pitches.entries()) playNote(context, pitch, context.currentTime + index * noteSeconds);
	}

	/** Gives the sound device back. */
	close(): void {
		void this.#context?.close();
		this.#context = undefined;
		this.#quietUntil = 0;
	}
}

function playNote(context: AudioContext, pitch: number, start: number): void {
	const volume = new GainNode(context, { gain: 0 });
	volume.gain.setValueAtTime(0.0001, start);
	volume.gain.exponentialRampToValueAtTime(0.12, start + 0.02);
	volume.gain.exponentialRampToValueAtTime(0.0001, start + noteSeconds * 2);
	const note = new OscillatorNode(context, { type: 'sine', frequency: pitch });
	note.connect(volume).connect(context.destination);
	note.start(start);
	note.stop(start + noteSeconds * 2);
}
