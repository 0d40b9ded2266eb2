import type { PublicConfig } from '#lib/model/public-config.ts';
import type { EdgeCache } from './edge-cache.ts';
import type { Env } from './env.ts';
import type { AppAccessToken } from './oauth/app-access-token.ts';
import type { RandomBytes } from './random-text.ts';
import type { Upstream } from './upstream.ts';

/** What a route is given to answer one request. */
export interface RequestContext {
	readonly request: Request;
	readonly env: Env;
	readonly config: PublicConfig;
	/** The origin that our own pages are loaded from. */
	readonly appOrigin: string;
	readonly pathname: string;
	/** The variable segment of the path, as it was sent. */
	readonly parameter: string;
	readonly upstream: Upstream;
	/** Twitch's token of the app itself. */
	readonly appAccessToken: AppAccessToken;
	readonly cache: EdgeCache;
	readonly randomBytes: RandomBytes;
	/** Epoch ms at which the request came in. */
	readonly receivedAt: number;
}
