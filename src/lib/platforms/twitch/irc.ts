const at = 64;
const colon = 58;
const semicolon = 59;
const equals = 61;
const space = 32;
const carriageReturn = 13;
const lineFeed = 10;
const initialBits = 31;

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
	let position = 0;
	let tagsEnd = 0;
	if (line.charCodeAt(0) === at) {
		tagsEnd = line.indexOf(' ');
		if (tagsEnd === -1) return undefined;
		position = skipSpaces(line, tagsEnd + 1, end);
	}
	let prefix: string | undefined;
	if (line.charCodeAt(position) === colon) {
		const prefixEnd = line.indexOf(' ', position);
		if (prefixEnd === -1) return undefined;
		prefix = line.slice(position + 1, prefixEnd);
		position = skipSpaces(line, prefixEnd + 1, end);
	}
	const commandEnd = wordEnd(line, position, end);
	if (commandEnd === position) return undefined;
	const command = line.slice(position, commandEnd);
	return { tags: new IrcTags(line, tagsEnd), prefix, command, params: cutParams(line, commandEnd, end) };
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
	/** Where each tag starts and where one more would, above five bits of its first character; `undefined` until a tag is asked for. */
	#tags: readonly number[] | undefined;
	/** All first characters: a tag that is asked for and not there seldom needs a search. */
	#initials = 0;
	#escaped = false;

	constructor(line: string, end: number) {
		this.#line = line;
		this.#end = end;
	}

	/** The unescaped value, empty where the tag has none; `undefined` where there is no such tag. */
	get(key: string): string | undefined {
		const tags = this.#tags ?? this.#cut();
		const index = this.#find(tags, key);
		return index === -1 ? undefined : this.#value(tags, index, key.length);
	}

	has(key: string): boolean {
		return this.#find(this.#tags ?? this.#cut(), key) !== -1;
	}

	*[Symbol.iterator](): Generator<[string, string]> {
		const tags = this.#tags ?? this.#cut();
		for (let index = 0; index < tags.length - 1; index++) {
			const tag = this.#line.slice(tagStart(tags, index), tagStart(tags, index + 1) - 1);
			const separator = tag.indexOf('=');
			const key = separator === -1 ? tag : tag.slice(0, separator);
			if (key !== '') yield [key, this.#value(tags, index, key.length)];
		}
	}

	#value(tags: readonly number[], index: number, keyLength: number): string {
		const start = tagStart(tags, index) + keyLength + 1;
		const end = tagStart(tags, index + 1) - 1;
		if (start >= end) return '';
		const value = this.#line.slice(start, end);
		return this.#escaped ? unescapeTagValue(value) : value;
	}

	/** The index of the last tag of that key, or -1. */
	#find(tags: readonly number[], key: string): number {
		const initial = key.charCodeAt(0) & initialBits;
		if ((this.#initials & (1 << initial)) === 0) return -1;
		for (let index = tags.length - 2; index >= 0; index--) {
			const tag = tags[index] ?? 0;
			if ((tag & initialBits) === initial && this.#isKey(key, tag >> 5)) return index;
		}
		return -1;
	}

	/** Looks at what ends the key first: it rules out most others at the cost of one character. */
	#isKey(key: string, start: number): boolean {
		const end = start + key.length;
		if (end > this.#end) return false;
		const next = this.#line.charCodeAt(end);
		return (next === equals || next === semicolon || end === this.#end) && this.#line.startsWith(key, start);
	}

	#cut(): readonly number[] {
		const line = this.#line;
		const end = this.#end;
		const tags: number[] = [];
		let initials = 0;
		for (let start = 1; start < end;) {
			const found = line.indexOf(';', start);
			const initial = line.charCodeAt(start) & initialBits;
			initials |= 1 << initial;
			tags.push((start << 5) | initial);
			start = (found === -1 || found > end ? end : found) + 1;
		}
		tags.push((end + 1) << 5);
		const backslash = line.indexOf('\\');
		this.#escaped = backslash !== -1 && backslash < end;
		this.#initials = initials;
		this.#tags = tags;
		return tags;
	}
}

function tagStart(tags: readonly number[], index: number): number {
	return (tags[index] ?? 0) >> 5;
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
	while (end > 0 && (line.charCodeAt(end - 1) === lineFeed || line.charCodeAt(end - 1) === carriageReturn)) end--;
	return end;
}

function skipSpaces(line: string, position: number, end: number): number {
	while (position < end && line.charCodeAt(position) === space) position++;
	return position;
}

function wordEnd(line: string, position: number, end: number): number {
	const found = line.indexOf(' ', position);
	return found === -1 || found > end ? end : found;
}

function cutParams(line: string, from: number, end: number): string[] {
	const params: string[] = [];
	for (let position = skipSpaces(line, from, end); position < end; position = skipSpaces(line, position, end)) {
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
