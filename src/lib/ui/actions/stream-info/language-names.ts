import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { streamLanguages } from '#lib/platforms/twitch/helix/channels.ts';

const names = new Intl.DisplayNames(getLocale(), { type: 'language', fallback: 'code' });
const ownNames: Readonly<Record<string, () => string>> = { asl: m.info_language_asl, other: m.info_language_other };

/** A language of a stream, by its code. */
export interface LanguageName {
	readonly code: string;
	readonly name: string;
}

/** The languages that can be chosen, by name, with the one that is chosen now. */
export function languageNames(chosen: string): readonly LanguageName[] {
	const codes = new Set<string>(chosen ? [...streamLanguages, chosen] : streamLanguages);
	return [...codes]
		.map((code) => ({ code, name: nameOf(code) }))
		.sort((one, other) => Number(one.code === 'other') - Number(other.code === 'other') || compare(one, other));
}

function nameOf(code: string): string {
	if (Object.hasOwn(ownNames, code)) return ownNames[code]?.() ?? code;
	try {
		return names.of(code) ?? code;
	} catch {
		return code;
	}
}

function compare(one: LanguageName, other: LanguageName): number {
	return one.name.localeCompare(other.name, getLocale());
}
