import { cleanText, isPlain } from '#lib/model/clean-text.ts';
import type { Fragment } from '#lib/model/fragment.ts';
import { appendText, cutText } from '#lib/model/text-fragments.ts';
import { parseNumberBetween } from './tag-number.ts';

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
	if (emotesTag === '') return cutText(cleanText(text));
	const plain = isPlain(text);
	const clean = plain || cleanText(text) === text ? (part: string) => part : cleanText;
	const fragments: Fragment[] = [];
	let position = 0;
	let place = 0;
	for (const range of parseEmoteRanges(emotesTag)) {
		if (range.start < place) continue;
		const start = skipCodePoints(text, position, range.start - place, plain);
		const end = skipCodePoints(text, start, range.end + 1 - range.start, plain);
		if (end > text.length) continue;
		const name = clean(text.slice(start, end));
		if (name === '') continue;
		if (start > position) appendText(fragments, clean(text.slice(position, start)));
		fragments.push({ type: 'emote', text: name, emote: { provider: 'twitch', id: range.id, name } });
		position = end;
		place = range.end + 1;
	}
	if (position < text.length) appendText(fragments, clean(text.slice(position)));
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
		if (separator < end && isEmoteId(id)) pushRanges(ranges, id, tag, separator + 1, end);
		start = end + 1;
	}
	return ranges.length < 2 ? ranges : ranges.sort((one, other) => one.start - other.start).slice(0, mostEmotes);
}

function pushRanges(ranges: EmoteRange[], id: string, tag: string, from: number, to: number): void {
	for (let start = from; start < to;) {
		const comma = tag.indexOf(',', start);
		const end = comma === -1 || comma > to ? to : comma;
		const dash = tag.indexOf('-', start);
		const first = parseNumberBetween(tag, start, dash);
		const last = parseNumberBetween(tag, dash + 1, end);
		if (first !== undefined && last !== undefined && last >= first) ranges.push({ id, start: first, end: last });
		start = end + 1;
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

/** The string index so many code points after another, or one past the end. */
function skipCodePoints(text: string, from: number, count: number, plain: boolean): number {
	if (plain) return from + count;
	let index = from;
	for (let left = count; left > 0; left--) {
		if (index >= text.length) return text.length + 1;
		index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
	}
	return index;
}
