import type { PlatformId } from './platform-id.ts';

/** Who an access token belongs to, as the platform tells it. */
export interface Identity {
	readonly platform: PlatformId;
	readonly userId: string;
	readonly login: string;
	readonly displayName: string;
	/** Built from a validated id and the platform's fixed image host. */
	readonly avatarUrl?: string;
}

/** What an account is: the streamer's own, where it says nothing, a second one that only speaks, or that of a viewer who plays. */
export type AccountRole = 'bot' | 'viewer';

/** What a grant gave us; the refresh token only as the blob that the Worker sealed. */
export interface Tokens {
	readonly accessToken: string;
	/** Epoch ms; absent for a token that does not expire. */
	readonly expiresAt?: number;
	readonly scopes: readonly string[];
	readonly sealedRefreshToken?: string;
}

/** Our stored link to one platform account. */
export interface Account {
	readonly identity: Identity;
	readonly tokens: Tokens;
	/** Counts refreshes, so that a caller who failed with an older token takes the newer one. */
	readonly generation: number;
	/** Set once the platform has said that both tokens are dead. */
	readonly needsReconnect: boolean;
}
