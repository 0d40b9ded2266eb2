import { cleanText } from '#lib/model/clean-text.ts';
import type { Fragment } from '#lib/model/fragment.ts';
import { cutText } from '#lib/model/text-fragments.ts';

const idPattern = /^[A-Za-z0-9_-]{1,64}$/;
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
		fragments.push(...cutText(cleanText(text.slice(position, start))));
		fragments.push({ type: 'emote', text: name, emote: { provider: 'twitch', id: range.id, name } });
		position = end;
	}
	fragments.push(...cutText(cleanText(text.slice(position))));
	return fragments;
}

/** Reads `id:start-end,start-end/id2:…`, sorted by place; parts that do not read so are left out. */
function parseEmoteRanges(tag: string): EmoteRange[] {
	if (tag === '') return [];
	const ranges: EmoteRange[] = [];
	for (const part of tag.split('/')) {
		const separator = part.indexOf(':');
		const id = part.slice(0, separator);
		if (separator === -1 || !idPattern.test(id)) continue;
		for (const range of part.slice(separator + 1).split(',')) {
			const dash = range.indexOf('-');
			const start = Number(range.slice(0, dash));
			const end = Number(range.slice(dash + 1));
			if (dash > 0 && Number.isInteger(start) && Number.isInteger(end) && end >= start) ranges.push({ id, start, end });
		}
	}
	return ranges.sort((one, other) => one.start - other.start).slice(0, mostEmotes);
}

/** Turns places counted in code points into string indexes; `undefined` past the end. */
function codePointIndex(text: string): (place: number) => number | undefined {
	const characters = [...text];
	if (characters.length === text.length) return (place) => (place <= text.length ? place : undefined);
	const indexes = [0];
	for (const character of characters) indexes.push((indexes.at(-1) ?? 0) + character.length);
	return (place) => indexes[place];
}
