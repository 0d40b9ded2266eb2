import { randomText, type RandomBytes } from '../random-text.ts';

/** No two of them are taken for each other when somebody reads them off a stream. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const length = 6;
const secretLength = 26;
const codePattern = new RegExp(`^[${alphabet}]{${length}}$`);
const keyPattern = new RegExp(`^([${alphabet}]{${length}})-([${alphabet}]{${secretLength}})$`);

/** A new code for the streamer to type. */
export function createCode(randomBytes: RandomBytes): string {
	return randomText(alphabet, length, randomBytes);
}

/** What nobody guesses: some 128 bits. */
export function createSecret(randomBytes: RandomBytes): string {
	return randomText(alphabet, secretLength, randomBytes);
}

/** Reads what somebody typed; `undefined` for what cannot be a code. */
export function parseCode(text: string): string | undefined {
	const code = text.replaceAll(/[\s-]/g, '').toUpperCase();
	return codePattern.test(code) ? code : undefined;
}

/** A handle or an authorization code: the code, so that its object is found, and a secret of it. */
export function formatKey(code: string, secret: string): string {
	return `${code}-${secret}`;
}

/** Reads a handle or an authorization code; `undefined` for what is none. */
export function parseKey(text: string): { readonly code: string; readonly secret: string } | undefined {
	const [, code, secret] = keyPattern.exec(text) ?? [];
	return code !== undefined && secret !== undefined ? { code, secret } : undefined;
}
