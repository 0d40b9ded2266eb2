/** What lets a game in, to be kept as it is; a secret. */
export interface OAuthTokens {
	/** The access token: a connection's `authorization` is `Bearer` and this. */
	readonly access: string;
	/** The refresh token, good for one use. */
	readonly refresh: string;
	/** When the access token ends. */
	readonly expiresAt: number;
}
