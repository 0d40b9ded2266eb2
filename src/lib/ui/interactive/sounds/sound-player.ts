import { soundNames } from '#lib/interactive/board/overlay-effect.ts';
import { tones, type Tone } from './tones.ts';

const mostAtOnce = 8;
const mostFiles = 20;
const longestFileSeconds = 15;
const silent = 0.0001;

/** Where uploads come from; `undefined` for one that is not there. */
export type LoadFile = (sha256: string) => Promise<ArrayBuffer | undefined>;

/** Plays sounds, our own and uploaded ones; silent while the browser lets the page make none. */
export class SoundPlayer {
	/** Told when the browser begins or stops to want a tap first. */
	readonly #onBlocked: (blocked: boolean) => void;
	readonly #loadFile: LoadFile;
	readonly #files = new Map<string, Promise<AudioBuffer | undefined>>();
	#context: AudioContext | undefined;
	#noise: AudioBuffer | undefined;
	#playing = 0;

	constructor(loadFile: LoadFile = async () => undefined, onBlocked: (blocked: boolean) => void = () => {}) {
		this.#loadFile = loadFile;
		this.#onBlocked = onBlocked;
	}

	/** Plays a sound by its reference; nothing happens for one that is not known, or when many play already. */
	async play(reference: string, volume: number): Promise<void> {
		const context = this.#open();
		if (!(await this.#wake(context)) || this.#playing >= mostAtOnce) return;
		const own = soundNames.find((name) => name === reference);
		if (own) return this.#playTones(context, tones[own], volume);
		const buffer = await this.#load(context, reference.replace(/^file:/, ''));
		if (buffer) this.#playBuffer(context, buffer, volume);
	}

	/** Lets sound begin, from a tap. */
	async unlock(): Promise<void> {
		await this.#wake(this.#open());
	}

	/** Gives the sound device back. */
	close(): void {
		void this.#context?.close();
		this.#context = undefined;
		this.#files.clear();
	}

	#open(): AudioContext {
		this.#context ??= new AudioContext();
		return this.#context;
	}

	/** OBS lets every page sound; a browser's promise may wait for a tap for ever, so it is not waited for. */
	async #wake(context: AudioContext): Promise<boolean> {
		if (context.state === 'suspended') {
			void context
				.resume()
				.then(() => this.#onBlocked(false))
				.catch(() => undefined);
			await Promise.resolve();
		}
		if (isRunning(context)) return true;
		await new Promise((resolve) => setTimeout(resolve, 100));
		this.#onBlocked(!isRunning(context));
		return isRunning(context);
	}

	#playTones(context: AudioContext, all: readonly Tone[], volume: number): void {
		const loudness = new GainNode(context, { gain: volume });
		loudness.connect(context.destination);
		const sources = all.map((tone) => this.#startTone(context, tone, loudness));
		this.#count(sources.at(-1));
	}

	#startTone(context: AudioContext, tone: Tone, target: AudioNode): AudioScheduledSourceNode {
		const at = context.currentTime + tone.start;
		const end = at + tone.seconds;
		const envelope = new GainNode(context, { gain: silent });
		envelope.gain.setValueAtTime(silent, at);
		envelope.gain.exponentialRampToValueAtTime(tone.gain, at + 0.012);
		envelope.gain.exponentialRampToValueAtTime(silent, end);
		envelope.connect(target);
		const source =
			tone.wave === 'noise' ? this.#hiss(context, tone, envelope) : hum(context, tone, tone.wave, envelope);
		source.start(at);
		source.stop(end);
		return source;
	}

	#hiss(context: AudioContext, { from, to, start, seconds }: Tone, target: AudioNode): AudioScheduledSourceNode {
		this.#noise ??= createNoise(context);
		const at = context.currentTime + start;
		const filter = new BiquadFilterNode(context, { type: 'bandpass', frequency: from, Q: 0.8 });
		filter.frequency.setValueAtTime(from, at);
		filter.frequency.exponentialRampToValueAtTime(to, at + seconds);
		filter.connect(target);
		const source = new AudioBufferSourceNode(context, { buffer: this.#noise, loop: true });
		source.connect(filter);
		return source;
	}

	#load(context: AudioContext, sha256: string): Promise<AudioBuffer | undefined> {
		const known = this.#files.get(sha256);
		if (known) return known;
		if (this.#files.size >= mostFiles) this.#files.clear();
		const loading = this.#decode(context, sha256);
		this.#files.set(sha256, loading);
		return loading;
	}

	async #decode(context: AudioContext, sha256: string): Promise<AudioBuffer | undefined> {
		try {
			const bytes = await this.#loadFile(sha256);
			return bytes && (await context.decodeAudioData(bytes));
		} catch {
			this.#files.delete(sha256);
			return undefined;
		}
	}

	#playBuffer(context: AudioContext, buffer: AudioBuffer, volume: number): void {
		const loudness = new GainNode(context, { gain: volume });
		loudness.connect(context.destination);
		const source = new AudioBufferSourceNode(context, { buffer });
		source.connect(loudness);
		source.start();
		source.stop(context.currentTime + longestFileSeconds);
		this.#count(source);
	}

	#count(source: AudioScheduledSourceNode | undefined): void {
		if (!source) return;
		this.#playing++;
		source.onended = () => void this.#playing--;
	}
}

function isRunning(context: AudioContext): boolean {
	return context.state === 'running';
}

function hum(
	context: AudioContext,
	{ from, to, start, seconds }: Tone,
	type: OscillatorType,
	target: AudioNode
): AudioScheduledSourceNode {
	const at = context.currentTime + start;
	const source = new OscillatorNode(context, { type, frequency: from });
	source.frequency.setValueAtTime(from, at);
	source.frequency.exponentialRampToValueAtTime(to, at + seconds);
	source.connect(target);
	return source;
}

function createNoise(context: AudioContext): AudioBuffer {
	const buffer = new AudioBuffer({ length: context.sampleRate / 2, sampleRate: context.sampleRate });
	const samples = buffer.getChannelData(0);
	for (let index = 0; index < samples.length; index++) samples[index] = Math.random() * 2 - 1;
	return buffer;
}
