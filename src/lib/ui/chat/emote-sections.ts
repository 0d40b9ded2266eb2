import type { EmoteGroup, PictureService } from '#lib/model/chat-pictures.ts';
import type { Emote } from '#lib/model/fragment.ts';

/** A part of the picker. */
export interface EmoteSection {
	readonly key: string;
	/** Absent: what was used before, or found. */
	readonly service?: PictureService;
	readonly global?: boolean;
	/** As many as are shown. */
	readonly emotes: readonly Emote[];
	/** How many more there are. */
	readonly more: number;
}

/** What may be in the page at once: a set of thousands is for searching. */
const mostPerSection = 60;
const mostFound = 120;

/** The picker's parts: what was used before, then each service's own emotes of the channel, then its global ones. */
export function emoteSections(groups: readonly EmoteGroup[], recent: readonly string[]): readonly EmoteSection[] {
	const ordered = byChannelFirst(groups);
	const known = new Map(ordered.flatMap(({ emotes }) => emotes.map((emote) => [emote.name, emote])));
	const used = recent.map((name) => known.get(name)).filter((emote) => emote !== undefined);
	const sections = ordered.map(({ service, global, emotes }) => ({
		...cut(`${service}/${global}`, distinct(emotes), mostPerSection),
		service,
		global
	}));
	return used.length > 0 ? [cut('recent', used, mostPerSection), ...sections] : sections;
}

/** The emotes whose word contains what is looked for, those that begin with it first. */
export function findEmotes(groups: readonly EmoteGroup[], wanted: string): EmoteSection {
	const word = wanted.trim().toLowerCase();
	const all = distinct(byChannelFirst(groups).flatMap(({ emotes }) => emotes));
	const places = all.map((emote) => ({ emote, place: emote.name.toLowerCase().indexOf(word) }));
	const beginning = places.filter(({ place }) => place === 0);
	const containing = places.filter(({ place }) => place > 0);
	return cut(
		'found',
		[...beginning, ...containing].map(({ emote }) => emote),
		mostFound
	);
}

function byChannelFirst(groups: readonly EmoteGroup[]): readonly EmoteGroup[] {
	return [...groups.filter(({ global }) => !global), ...groups.filter(({ global }) => global)];
}

/** Of two emotes with the same word only one can be written. */
function distinct(emotes: readonly Emote[]): readonly Emote[] {
	return [...new Map(emotes.map((emote) => [emote.name, emote])).values()];
}

function cut(key: string, emotes: readonly Emote[], most: number): EmoteSection {
	return { key, emotes: emotes.slice(0, most), more: Math.max(0, emotes.length - most) };
}
