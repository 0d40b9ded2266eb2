/** A page with a game, in a frame of ours. */
export interface GamePage {
	readonly url: string;
	/** The one origin that hears of keys. */
	readonly origin: string;
	/** One of our own games, which gets real events. */
	readonly own: boolean;
}

const ownGame = /^\/games\/[\w-]{1,64}(\.html)?$/;
const longestUrl = 500;
const localHosts = new Set(['localhost', '127.0.0.1']);

/**
 * Reads the address of a game: HTTPS anywhere, HTTP on this machine, and of our own pages only those in `/games/`,
 * since a frame with any other would be a second panel under somebody else's board.
 */
export function parseGame(text: string | null, origin: string): GamePage | undefined {
	if (!text || text.length > longestUrl) return undefined;
	const url = parseUrl(text, origin);
	if (!url || url.username !== '' || url.password !== '') return undefined;
	if (url.origin === origin) {
		return ownGame.test(url.pathname) ? { url: url.href, origin, own: true } : undefined;
	}
	const safe = url.protocol === 'https:' || (url.protocol === 'http:' && localHosts.has(url.hostname));
	return safe ? { url: url.href, origin: url.origin, own: false } : undefined;
}

function parseUrl(text: string, base: string): URL | undefined {
	try {
		return new URL(text, base);
	} catch {
		return undefined;
	}
}
