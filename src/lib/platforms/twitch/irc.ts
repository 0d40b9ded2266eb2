const at = 64;
const colon = 58;
const semicolon = 59;
const equals = 61;
const space = 32;
const carriageReturn = 13;
const lineFeed = 10;

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
	let rawTags = '';
	if (line.charCodeAt(0) === at) {
		const tagsEnd = line.indexOf(' ');
		if (tagsEnd === -1) return undefined;
		rawTags = line.slice(1, tagsEnd);
		position = skipSpaces(line, tagsEnd, end);
	}
	let prefix: string | undefined;
	if (line.charCodeAt(position) === colon) {
		const prefixEnd = line.indexOf(' ', position);
		if (prefixEnd === -1) return undefined;
		prefix = line.slice(position + 1, prefixEnd);
		position = skipSpaces(line, prefixEnd, end);
	}
	const commandEnd = wordEnd(line, position, end);
	if (commandEnd === position) return undefined;
	const command = line.slice(position, commandEnd);
	return { tags: new IrcTags(rawTags), prefix, command, params: cutParams(line, commandEnd, end) };
}

/** The nick of a `nick!user@host` prefix, or the whole prefix where it has no nick. */
export function prefixNick(prefix: string | undefined): string {
	if (prefix === undefined) return '';
	const bang = prefix.indexOf('!');
	return bang === -1 ? prefix : prefix.slice(0, bang);
}

/** The tags of a line, cut out and unescaped only when one is read; keys are case-sensitive. @see https://ircv3.net/specs/extensions/message-tags */
export class IrcTags implements Iterable<[string, string]> {
	readonly #raw: string;

	constructor(raw: string) {
		this.#raw = raw;
	}

	/** The unescaped value, empty where the tag has none; `undefined` where there is no such tag. */
	get(key: string): string | undefined {
		const start = this.#find(key);
		if (start === -1) return undefined;
		if (this.#raw.charCodeAt(start) !== equals) return '';
		const end = this.#raw.indexOf(';', start);
		return unescapeTagValue(this.#raw.slice(start + 1, end === -1 ? this.#raw.length : end));
	}

	has(key: string): boolean {
		return this.#find(key) !== -1;
	}

	*[Symbol.iterator](): Generator<[string, string]> {
		for (const tag of this.#raw.split(';')) {
			if (tag === '') continue;
			const separator = tag.indexOf('=');
			if (separator === -1) yield [tag, ''];
			else yield [tag.slice(0, separator), unescapeTagValue(tag.slice(separator + 1))];
		}
	}

	/** Where the key of the last tag of that name ends, or -1. */
	#find(key: string): number {
		const raw = this.#raw;
		for (let from = raw.length; from >= 0;) {
			const start = raw.lastIndexOf(key, from);
			if (start === -1) return -1;
			const end = start + key.length;
			const opened = start === 0 || raw.charCodeAt(start - 1) === semicolon;
			if (opened && (end === raw.length || raw.charCodeAt(end) === equals || raw.charCodeAt(end) === semicolon))
				return end;
			from = start - 1;
		}
		return -1;
	}
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
