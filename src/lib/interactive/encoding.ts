import { isArray, type JsonObject } from './json.ts';

/** How frames are written: as they are, or as pieces of one gzip stream. */
export type Scheme = 'text' | 'gzip';

/**
 * The first scheme of those a client names that we have, `text` where there is none: lz4 is never agreed to, since no
 * client can read it. Only `params.scheme` counts: the Node client names them elsewhere and cannot read gzip.
 * @see https://github.com/mixer/developer-docs Interactive protocol 1.7, compression
 */
export function chooseScheme(params: JsonObject): Scheme {
	const schemes = params['scheme'];
	if (!isArray(schemes)) return 'text';
	for (const scheme of schemes) if (scheme === 'gzip' || scheme === 'text') return scheme;
	return 'text';
}
