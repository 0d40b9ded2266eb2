const mostCombiningMarks = 8;
const unplain = /[^ -~\u00a0-\u02ff]/;
const disturbing = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\u{e0000}]/gu;
const manyMarks = /[\u0300-\u036f\u0483-\u0489\u1dc0-\u1dff\ufe20-\ufe2f\u20d0-\u20f0\u1ab0-\u1aff]{9,}/g;

/**
 * Takes out of a stranger's text what could disturb the lines around it: control characters, bidirectional overrides,
 * U+E0000 (which clients append to send a line twice), lone surrogates, and combining marks beyond eight in a row.
 */
export function cleanText(text: string): string {
	if (isPlain(text)) return text;
	return text.replace(disturbing, '').replace(manyMarks, (marks) => marks.slice(0, mostCombiningMarks));
}

/** Whether a text is Latin up to U+02FF without control characters: one code point is one unit, and nothing needs cleaning. */
export function isPlain(text: string): boolean {
	return !unplain.test(text);
}
