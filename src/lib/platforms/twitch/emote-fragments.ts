import { cleanText, isPlain } from '#lib/model/clean-text.ts';
import type { Fragment } from '#lib/model/fragment.ts';
import { cutText } from '#lib/model/text-fragments.ts';
import { parseTagNumber } from './tag-number.ts';

const longestId = 64;
const mostEmotes = 120;

interface EmoteRange {
	readonly id: string;
	/** Inclusive, in code points. */
	readonly start: number;
	readonly end: number;
}

/**
 * Cuts a message's text into fragments at the places of the `emotes` tag, which counts code points; a range that cannot
 * be right is skipped and its text stays text. @see https://dev.twitch.tv/docs/chat/irc#privmsg-tags
 */
export function cutEmotes(text: string, emotesTag: string): Fragment[] {
	const ranges = parseEmoteRanges(emotesTag);
	if (ranges.length === 0) return cutText(cleanText(text));
	const toIndex = codePointIndex(text);
	const fragments: Fragment[] = [];
	let position = 0;
	for (const range of ranges) {
		const start = toIndex(range.start);
		const end = toIndex(range.end + 1);
		if (start === undefined || end === undefined || start < position) continue;
		const name = cleanText(text.slice(start, end));
		if (name === '') continue;
		if (start > position) fragments.push(...cutText(cleanText(text.slice(position, start))));
		fragments.push({ type: 'emote', text: name, emote: { provider: 'twitch', id: range.id, name } });
		position = end;
	}
	if (position < text.length) fragments.push(...cutText(cleanText(text.slice(position))));
	return fragments;
}

/** Reads `id:start-end,start-end/id2:…`, sorted by place; parts that do not read so are left out. */
function parseEmoteRanges(tag: string): readonly EmoteRange[] {
	const ranges: EmoteRange[] = [];
	for (let start = 0; start < tag.length;) {
		const slash = tag.indexOf('/', start);
		const end = slash === -1 ? tag.length : slash;
		const separator = tag.indexOf(':', start);
		if (separator === -1) break;
		const id = tag.slice(start, separator);
		if (separator < end && isEmoteId(id)) pushRanges(ranges, id, tag.slice(separator + 1, end));
		start = end + 1;
	}
	return ranges.length < 2 ? ranges : ranges.sort((one, other) => one.start - other.start).slice(0, mostEmotes);
}

function pushRanges(ranges: EmoteRange[], id: string, places: string): void {
	for (let from = 0; from < places.length;) {
		const comma = places.indexOf(',', from);
		const to = comma === -1 ? places.length : comma;
		const dash = places.indexOf('-', from);
		const start = parseTagNumber(places.slice(from, dash));
		const end = parseTagNumber(places.slice(dash + 1, to));
		if (dash > from && dash < to && start !== undefined && end !== undefined && end >= start)
			ranges.push({ id, start, end });
		from = to + 1;
	}
}

/** Ids go into the addresses of images. */
function isEmoteId(id: string): boolean {
	if (id === '' || id.length > longestId) return false;
	for (let index = 0; index < id.length; index++) if (!isIdUnit(id.charCodeAt(index))) return false;
	return true;
}

function isIdUnit(unit: number): boolean {
	if (unit >= 48 && unit <= 57) return true;
	return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 95 || unit === 45;
}

/** Turns places counted in code points into string indexes; `undefined` past the end. */
function codePointIndex(text: string): (place: number) => number | undefined {
	if (isPlain(text)) return (place) => (place <= text.length ? place : undefined);
	const indexes = [0];
	for (const character of text) indexes.push((indexes.at(-1) ?? 0) + character.length);
	return (place) => indexes[place];
}
