const lowerCase = 'abcdefghijklmnopqrstuvwxyz0123456789';
const hexadecimal = '0123456789abcdef';

/** Random characters of an alphabet; lower-case letters and digits unless told. */
export function randomText(random: () => number, length: number, alphabet = lowerCase): string {
	return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
}

/** A version 4 UUID. @see https://www.rfc-editor.org/rfc/rfc9562#section-5.4 */
export function randomUuid(random: () => number): string {
	const digits = randomText(random, 30, hexadecimal);
	const variant = randomText(random, 1, '89ab');
	return [
		digits.slice(0, 8),
		digits.slice(8, 12),
		`4${digits.slice(12, 15)}`,
		`${variant}${digits.slice(15, 18)}`,
		digits.slice(18)
	].join('-');
}
