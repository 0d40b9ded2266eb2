const mostCombiningMarks = 8;

/**
 * Takes out of a stranger's text what could disturb the lines around it: control characters, bidirectional overrides,
 * U+E0000 (which clients append to send a line twice), lone surrogates, and combining marks beyond eight in a row.
 */
export function cleanText(text: string): string {
	if (isPlain(text)) return text;
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

/** Whether a text is Latin up to U+02FF without control characters: one code point is one unit, and nothing needs cleaning. */
export function isPlain(text: string): boolean {
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		if (unit < 0x20 || unit > 0x2ff || (unit >= 0x7f && unit <= 0x9f)) return false;
	}
	return true;
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
