import type { Fragment } from './fragment.ts';
import { parseWebUrl } from './web-url.ts';

const at = 64;
const letterH = 104;

/** Cuts text into words that mention somebody (`@name`), links (`https://…`, `http://…`) and the text between them. */
export function cutText(text: string): Fragment[] {
	return mayBeSpecial(text) ? cutWords(text) : text === '' ? [] : [{ type: 'text', text }];
}

/** Cuts text as `cutText` does, after the fragments that are there. */
export function appendText(fragments: Fragment[], text: string): void {
	if (mayBeSpecial(text)) fragments.push(...cutWords(text));
	else if (text !== '') fragments.push({ type: 'text', text });
}

function mayBeSpecial(text: string): boolean {
	return text.includes('@') || text.includes(':');
}

function cutWords(text: string): Fragment[] {
	const fragments: Fragment[] = [];
	let plainStart = 0;
	for (let start = 0; start < text.length;) {
		const end = wordEnd(text, start);
		const special = isSpecial(text, start) ? specialFragment(text.slice(start, end)) : undefined;
		if (special) {
			if (start > plainStart) fragments.push({ type: 'text', text: text.slice(plainStart, start) });
			fragments.push(special);
			plainStart = start + special.text.length;
		}
		start = end + 1;
	}
	if (plainStart < text.length) fragments.push({ type: 'text', text: text.slice(plainStart) });
	return fragments;
}

function isSpecial(text: string, start: number): boolean {
	const first = text.charCodeAt(start);
	return first === at || (first === letterH && text.startsWith('http', start));
}

function specialFragment(word: string): Fragment | undefined {
	if (word.startsWith('@')) {
		const end = loginEnd(word);
		return end > 1 ? { type: 'mention', text: word.slice(0, end), login: word.slice(1, end).toLowerCase() } : undefined;
	}
	if (!word.startsWith('https://') && !word.startsWith('http://')) return undefined;
	return parseWebUrl(word) ? { type: 'link', text: word, url: word } : undefined;
}

function wordEnd(text: string, start: number): number {
	const end = text.indexOf(' ', start);
	return end === -1 ? text.length : end;
}

function loginEnd(word: string): number {
	let end = 1;
	while (end < word.length && isLoginCharacter(word.charCodeAt(end))) end++;
	return end;
}

function isLoginCharacter(unit: number): boolean {
	return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 95;
}
