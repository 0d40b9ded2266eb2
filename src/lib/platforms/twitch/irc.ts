const at = 64;
const colon = 58;
const semicolon = 59;
const equals = 61;
const space = 32;
const carriageReturn = 13;
const lineFeed = 10;
/** Nearly every line has it: no need to cut it out. */
const commonCommand = 'PRIVMSG ';
const initialBits = 31;
/** As many as fit into the 8,191 bytes that a line's tags may have. @see https://ircv3.net/specs/extensions/message-tags#size-limit */
const mostTags = 4_096;

// Lines are read one after the other. So the places of the tags are kept for one line at a time, in arrays that are
// used again: arrays for each line would cost more than finding the places does.
/** Counts the lines whose tags were found; those of the last are in the arrays. */
let findings = 1;
/** Where each tag starts, and where one more would. */
const starts = new Int32Array(mostTags + 1);
/** Tags are found by five bits of their first character: one that is not there seldom needs a comparison. */
let initials = 0;
const lastOfInitial = new Int32Array(initialBits + 1);
const previousOfInitial = new Int32Array(mostTags);
let escaped = false;

/** A parsed line; nothing in it is checked against what the command means. */
export interface IrcMessage {
	readonly tags: IrcTags;
	/** Who sent it, `nick!user@host` or a server name; `undefined` where the line has none. */
	readonly prefix: string | undefined;
	readonly command: string;
	/** All parameters, the last one without its colon. */
	readonly params: readonly string[];
}

/** Parses one line, with or without its CRLF; `undefined` when there is no command in it. @see https://modern.ircdocs.horse/#message-format */
export function parseIrcMessage(line: string): IrcMessage | undefined {
	const end = lineEnd(line);
	const tagsEnd = line.charCodeAt(0) === at ? line.indexOf(' ') : 0;
	if (tagsEnd === -1) return undefined;
	let position = tagsEnd === 0 ? 0 : skipSpaces(line, tagsEnd + 1, end);
	let prefix: string | undefined;
	if (line.charCodeAt(position) === colon) {
		const prefixEnd = line.indexOf(' ', position);
		if (prefixEnd === -1) return undefined;
		prefix = line.slice(position + 1, prefixEnd);
		position = skipSpaces(line, prefixEnd + 1, end);
	}
	const common = line.startsWith(commonCommand, position);
	const command = common ? 'PRIVMSG' : line.slice(position, wordEnd(line, position, end));
	if (command === '') return undefined;
	return { tags: new IrcTags(line, tagsEnd), prefix, command, params: cutParams(line, position + command.length, end) };
}

/** The nick of a `nick!user@host` prefix, or the whole prefix where it has no nick. */
export function prefixNick(prefix: string | undefined): string {
	if (prefix === undefined) return '';
	const bang = prefix.indexOf('!');
	return bang === -1 ? prefix : prefix.slice(0, bang);
}

/**
 * The tags of a line, found when the first one is asked for, cut out and unescaped when they are read; keys are
 * case-sensitive, and of two tags of one key the last counts. @see https://ircv3.net/specs/extensions/message-tags
 */
export class IrcTags implements Iterable<[string, string]> {
	readonly #line: string;
	/** Where the tags end in the line, which begins with `@`; 0 where there are none. */
	readonly #end: number;
	#finding = 0;

	constructor(line: string, end: number) {
		this.#line = line;
		this.#end = end;
	}

	/** The unescaped value, empty where the tag has none; `undefined` where there is no such tag. */
	get(key: string): string | undefined {
		const index = this.#find(key);
		if (index === -1) return undefined;
		const start = (starts[index] ?? 0) + key.length + 1;
		const end = (starts[index + 1] ?? 0) - 1;
		if (start >= end) return '';
		const value = this.#line.slice(start, end);
		return escaped ? unescapeTagValue(value) : value;
	}

	has(key: string): boolean {
		return this.#find(key) !== -1;
	}

	*[Symbol.iterator](): Generator<[string, string]> {
		for (let start = 1; start < this.#end;) {
			const end = tagEnd(this.#line, start, this.#end);
			const tag = this.#line.slice(start, end);
			start = end + 1;
			const separator = tag.indexOf('=');
			const key = separator === -1 ? tag : tag.slice(0, separator);
			if (key !== '') yield [key, separator === -1 ? '' : unescapeTagValue(tag.slice(separator + 1))];
		}
	}

	/** The index of the last tag of that key, or -1. */
	#find(key: string): number {
		if (this.#finding !== findings) {
			findTags(this.#line, this.#end);
			this.#finding = ++findings;
		}
		const initial = key.charCodeAt(0) & initialBits;
		if ((initials & (1 << initial)) === 0) return -1;
		let index = lastOfInitial[initial] ?? -1;
		while (index !== -1 && !this.#isKey(key, starts[index] ?? 0)) index = previousOfInitial[index] ?? -1;
		return index;
	}

	/** Looks at what ends the key first: it rules out most others at the cost of one character. */
	#isKey(key: string, start: number): boolean {
		const end = start + key.length;
		if (end > this.#end) return false;
		const next = this.#line.charCodeAt(end);
		return (next === equals || next === semicolon || end === this.#end) && this.#line.startsWith(key, start);
	}
}

function findTags(line: string, end: number): void {
	let seen = 0;
	let index = 0;
	let start = 1;
	for (; start < end && index < mostTags; index++) {
		const initial = line.charCodeAt(start) & initialBits;
		const bit = 1 << initial;
		starts[index] = start;
		previousOfInitial[index] = (seen & bit) === 0 ? -1 : (lastOfInitial[initial] ?? -1);
		lastOfInitial[initial] = index;
		seen |= bit;
		start = tagEnd(line, start, end) + 1;
	}
	starts[index] = start;
	initials = seen;
	const backslash = line.indexOf('\\');
	escaped = backslash !== -1 && backslash < end;
}

function tagEnd(line: string, start: number, end: number): number {
	const found = line.indexOf(';', start);
	return found === -1 || found > end ? end : found;
}

/** Unescapes a tag value; a trailing lone backslash is dropped. @see https://ircv3.net/specs/extensions/message-tags#escaping-values */
export function unescapeTagValue(value: string): string {
	let backslash = value.indexOf('\\');
	if (backslash === -1) return value;
	let text = '';
	let position = 0;
	while (backslash !== -1 && backslash < value.length - 1) {
		text += value.slice(position, backslash) + unescapeCharacter(value[backslash + 1] ?? '');
		position = backslash + 2;
		backslash = value.indexOf('\\', position);
	}
	return text + value.slice(position, backslash === -1 ? value.length : backslash);
}

/** Escapes a tag value for sending. @see https://ircv3.net/specs/extensions/message-tags#escaping-values */
export function escapeTagValue(value: string): string {
	let text = '';
	for (const character of value) text += escapes[character] ?? character;
	return text;
}

const escapes: Readonly<Record<string, string>> = {
	';': '\\:',
	' ': '\\s',
	'\\': '\\\\',
	'\r': '\\r',
	'\n': '\\n'
};

function unescapeCharacter(character: string): string {
	switch (character) {
		case ':':
			return ';';
		case 's':
			return ' ';
		case 'r':
			return '\r';
		case 'n':
			return '\n';
		default:
			return character;
	}
}

function lineEnd(line: string): number {
	let end = line.length;
	while (end > 0 && isLineBreak(line.charCodeAt(end - 1))) end--;
	return end;
}

function isLineBreak(unit: number): boolean {
	return unit === lineFeed || unit === carriageReturn;
}

function skipSpaces(line: string, position: number, end: number): number {
	while (position < end && line.charCodeAt(position) === space) position++;
	return position;
}

function wordEnd(line: string, position: number, end: number): number {
	const found = line.indexOf(' ', position);
	return found === -1 || found > end ? end : found;
}

/** Most lines have two, the last one with a colon: they need no array that grows. */
function cutParams(line: string, from: number, end: number): readonly string[] {
	const start = skipSpaces(line, from, end);
	const next = wordEnd(line, start, end);
	if (next + 1 >= end || line.charCodeAt(next + 1) !== colon || line.charCodeAt(start) === colon)
		return cutEachParam(line, start, end);
	return [line.slice(start, next), line.slice(next + 2, end)];
}

function cutEachParam(line: string, from: number, end: number): readonly string[] {
	const params: string[] = [];
	for (let position = from; position < end; position = skipSpaces(line, position, end)) {
		if (line.charCodeAt(position) === colon) {
			params.push(line.slice(position + 1, end));
			return params;
		}
		const next = wordEnd(line, position, end);
		params.push(line.slice(position, next));
		position = next;
	}
	return params;
}
