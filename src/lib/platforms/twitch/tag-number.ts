const zero = 48;
const mostDigits = 15;

/** Reads a whole number without sign; `undefined` for anything else. */
export function parseTagNumber(value: string | undefined): number | undefined {
	return value === undefined ? undefined : parseNumberBetween(value, 0, value.length);
}

/** Reads a whole number without sign that is part of a text; `undefined` for anything else. */
export function parseNumberBetween(text: string, start: number, end: number): number | undefined {
	if (end <= start || end - start > mostDigits) return undefined;
	let number = 0;
	for (let index = start; index < end; index++) {
		const digit = text.charCodeAt(index) - zero;
		if (digit < 0 || digit > 9) return undefined;
		number = number * 10 + digit;
	}
	return number;
}
