import type { soundNames } from '#lib/interactive/board/overlay-effect.ts';

/** A sound that a page makes itself; times in seconds, pitches in hertz. */
export interface Tone {
	readonly wave: OscillatorType | 'noise';
	readonly start: number;
	readonly seconds: number;
	/** Its pitch glides from the first to the last; of noise, the filter does. */
	readonly from: number;
	readonly to: number;
	/** A part of 1, before the volume. */
	readonly gain: number;
}

const claps = Array.from({ length: 14 }, (_, index): Tone => {
	const start = index * 0.07 + ((index * 37) % 11) / 250;
	return { wave: 'noise', start, seconds: 0.09, from: 1_400 + ((index * 53) % 7) * 160, to: 900, gain: 0.34 };
});

/** How the sounds of our own are made. */
export const tones: Readonly<Record<(typeof soundNames)[number], readonly Tone[]>> = {
	bell: [
		{ wave: 'sine', start: 0, seconds: 0.5, from: 880, to: 880, gain: 0.5 },
		{ wave: 'sine', start: 0.13, seconds: 0.8, from: 1318.5, to: 1318.5, gain: 0.5 }
	],
	pop: [{ wave: 'sine', start: 0, seconds: 0.11, from: 320, to: 980, gain: 0.8 }],
	coin: [
		{ wave: 'square', start: 0, seconds: 0.09, from: 987.8, to: 987.8, gain: 0.22 },
		{ wave: 'square', start: 0.08, seconds: 0.42, from: 1318.5, to: 1318.5, gain: 0.22 }
	],
	drum: [
		{ wave: 'sine', start: 0, seconds: 0.4, from: 165, to: 44, gain: 1 },
		{ wave: 'noise', start: 0, seconds: 0.06, from: 2_200, to: 700, gain: 0.4 }
	],
	horn: [
		{ wave: 'sawtooth', start: 0, seconds: 0.75, from: 349.2, to: 345, gain: 0.2 },
		{ wave: 'sawtooth', start: 0, seconds: 0.75, from: 440, to: 436, gain: 0.2 },
		{ wave: 'sawtooth', start: 0, seconds: 0.75, from: 523.3, to: 518, gain: 0.2 }
	],
	laser: [{ wave: 'sawtooth', start: 0, seconds: 0.28, from: 1_800, to: 130, gain: 0.3 }],
	boing: [
		{ wave: 'triangle', start: 0, seconds: 0.16, from: 150, to: 520, gain: 0.7 },
		{ wave: 'triangle', start: 0.15, seconds: 0.34, from: 480, to: 190, gain: 0.5 }
	],
	applause: claps
};
