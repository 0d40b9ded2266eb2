import type { PublicConfig } from '#lib/model/public-config.ts';
import type { Environment } from '#lib/transport/environment.ts';
import type { Credentials } from './platform.ts';

/** What a platform tells of a viewer. */
export interface ViewerFacts {
	/** Epoch ms at which the account was made. */
	readonly createdAt?: number;
	/** Epoch ms; `null` for someone who does not follow the channel; absent where it is not told. */
	readonly followedAt?: number | null;
	/** What the connected account has yet to allow before it is told. */
	readonly missingScope?: string;
}

/** Whom it is asked about, by whom. */
export interface ViewerRequest {
	readonly credentials: Credentials;
	readonly config: PublicConfig;
	readonly environment: Environment;
	readonly channelKey: string;
	readonly userId: string;
	/** Whether the connected account owns or moderates the channel. */
	readonly moderates: boolean;
}
