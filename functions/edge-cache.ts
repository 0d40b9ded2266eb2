/** Keeps answers by their URL at the place where they were asked for, for as long as their `Cache-Control` says. */
export interface EdgeCache {
	match(url: string): Promise<Response | undefined>;
	put(url: string, answer: Response): Promise<void>;
}

/** Cloudflare's own; a failing cache is only a slower one. @see https://developers.cloudflare.com/workers/runtime-apis/cache/ */
export const systemEdgeCache: EdgeCache = {
	match: (url) => caches.default.match(url).catch(() => undefined),
	put: (url, answer) => caches.default.put(url, answer).catch(() => undefined)
};
