/** Random bytes, as many as asked for. */
export type RandomBytes = (length: number) => Uint8Array;

/** The machine's own, fit for secrets. */
export const systemRandomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/** A text of characters that are equally likely; at most 256 of them can be told apart. */
export function randomText(alphabet: string, length: number, randomBytes: RandomBytes): string {
	const limit = 256 - (256 % alphabet.length);
	let text = '';
	while (text.length < length)
		for (const byte of randomBytes(length))
			if (byte < limit && text.length < length) text += alphabet.charAt(byte % alphabet.length);
	return text;
}

/** A random UUID. @see https://www.rfc-editor.org/rfc/rfc9562#section-5.4 */
export function randomUuid(randomBytes: RandomBytes): string {
	const bytes = [...randomBytes(16)];
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const digits = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
