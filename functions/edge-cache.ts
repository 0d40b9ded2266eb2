/** Keeps answers by their URL at the place where they were asked for, for as long as their `Cache-Control` says. */
export interface EdgeCache {
	match(url: string): Promise<Response | undefined>;
	put(url: string, answer: Response): Promise<void>;
}

/** Only Cloudflare's runtime has it; tests that run in Node compile this file too. */
const edge = (): Cache => (caches as CacheStorage & { readonly default: Cache }).default;

/** Cloudflare's own; a failing cache is only a slower one. @see https://developers.cloudflare.com/workers/runtime-apis/cache/ */
export const systemEdgeCache: EdgeCache = {
	match: (url) =>
		edge()
			.match(url)
			.catch(() => undefined),
	put: (url, answer) =>
		edge()
			.put(url, answer)
			.catch(() => undefined)
};
