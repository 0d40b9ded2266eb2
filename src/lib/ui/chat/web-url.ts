/** The address when it is one of the web (`https:`, `http:`) and names no user, else `undefined`. */
export function webUrl(text: string): string | undefined {
	const url = parseUrl(text);
	if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return undefined;
	return url.username === '' && url.password === '' ? url.href : undefined;
}

/** OBS 30 embeds a Chromium without `URL.canParse`. */
function parseUrl(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}
