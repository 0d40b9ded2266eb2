const mostCombiningMarks = 8;
const unplain = /[^ -~\u00a0-\u02ff]/;
/** What may have to go; of combining marks only too many do. */
const suspicious =
	/[\u0300-\u036f\u0483-\u0489\u1dc0-\u1dff\ufe20-\ufe2f\u1ab0-\u1aff\p{Cc}\u20d0-\u20ff\p{Cs}\u202a-\u202e\u2066-\u2069\u{e0000}]/u;

/**
 * Takes out of a stranger's text what could disturb the lines around it: control characters, bidirectional overrides,
 * U+E0000 (which clients append to send a line twice), lone surrogates, and combining marks beyond eight in a row.
 */
export function cleanText(text: string): string {
	if (isClean(text)) return text;
	let cleaned = '';
	let marks = 0;
	for (const character of text) {
		const codePoint = character.codePointAt(0) ?? 0;
		if (isDisturbing(codePoint)) continue;
		marks = isCombiningMark(codePoint) ? marks + 1 : 0;
		if (marks <= mostCombiningMarks) cleaned += character;
	}
	return cleaned;
}

/** Whether nothing needs cleaning, in no part of a text; `false` does not say that something is taken out. */
export function isClean(text: string): boolean {
	return isPlain(text) || !suspicious.test(text);
}

/** Whether a text is Latin up to U+02FF without control characters: one code point is one unit, and nothing needs cleaning. */
export function isPlain(text: string): boolean {
	return !unplain.test(text);
}

function isDisturbing(codePoint: number): boolean {
	return (
		codePoint < 0x20 ||
		(codePoint >= 0x7f && codePoint <= 0x9f) ||
		(codePoint >= 0x202a && codePoint <= 0x202e) ||
		(codePoint >= 0x2066 && codePoint <= 0x2069) ||
		(codePoint >= 0xd800 && codePoint <= 0xdfff) ||
		codePoint === 0xe0000
	);
}

function isCombiningMark(codePoint: number): boolean {
	return (
		(codePoint >= 0x300 && codePoint <= 0x36f) ||
		(codePoint >= 0x483 && codePoint <= 0x489) ||
		(codePoint >= 0x1ab0 && codePoint <= 0x1aff) ||
		(codePoint >= 0x1dc0 && codePoint <= 0x1dff) ||
		(codePoint >= 0x20d0 && codePoint <= 0x20ff) ||
		(codePoint >= 0xfe20 && codePoint <= 0xfe2f)
	);
}
