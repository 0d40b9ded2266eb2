/** Reads an http or https address that names no user; `undefined` for anything else. */
export function parseWebUrl(text: string): URL | undefined {
	try {
		const url = new URL(text);
		const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
		return isWeb && url.username === '' && url.password === '' ? url : undefined;
	} catch {
		return undefined;
	}
}
