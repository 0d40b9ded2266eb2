const zero = 48;
const mostDigits = 15;

/** Reads a whole number without sign; `undefined` for anything else. */
export function parseTagNumber(value: string | undefined): number | undefined {
	if (value === undefined || value === '' || value.length > mostDigits) return undefined;
	let number = 0;
	for (let index = 0; index < value.length; index++) {
		const digit = value.charCodeAt(index) - zero;
		if (digit < 0 || digit > 9) return undefined;
		number = number * 10 + digit;
	}
	return number;
}
