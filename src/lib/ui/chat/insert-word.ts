/** Puts a word where the caret is, in place of what is selected, with a space on each side; `caret` comes after the second. */
export function insertWord(
	text: string,
	{ start, end }: { readonly start: number; readonly end: number },
	word: string
): { readonly text: string; readonly caret: number } {
	const before = text.slice(0, start);
	const lead = before === '' || /\s$/.test(before) ? '' : ' ';
	const written = `${before}${lead}${word} `;
	return { text: written + text.slice(end).replace(/^ /, ''), caret: written.length };
}
