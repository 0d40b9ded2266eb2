import { m } from '#lib/paraglide/messages.js';

const names: Readonly<Record<string, () => string>> = {
	bell: m.effect_sound_bell,
	pop: m.effect_sound_pop,
	coin: m.effect_sound_coin,
	drum: m.effect_sound_drum,
	horn: m.effect_sound_horn,
	laser: m.effect_sound_laser,
	boing: m.effect_sound_boing,
	applause: m.effect_sound_applause
};

/** How a sound is called; an upload has no name on other machines. */
export function soundLabel(reference: string): string {
	return Object.hasOwn(names, reference) ? (names[reference]?.() ?? '') : m.effect_own_file();
}
