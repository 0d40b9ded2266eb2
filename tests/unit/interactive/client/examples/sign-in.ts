import { ShortCodeError, type OAuthClient, type OAuthTokens } from '#lib/interactive/client/index.ts';

/** The tokens to keep; `show` puts the code where the streamer sees it. */
export async function signIn(client: OAuthClient, show: (code: string) => void): Promise<OAuthTokens> {
	for (;;) {
		const shortCode = await client.getCode();
		show(shortCode.code);
		try {
			return await shortCode.accepted();
		} catch (error) {
			// Denied, or not entered in time: a new code is shown.
			if (!(error instanceof ShortCodeError)) throw error;
		}
	}
}

export async function authorize(client: OAuthClient, tokens: OAuthTokens, now = Date.now()): Promise<OAuthTokens> {
	return tokens.expiresAt > now + 60_000 ? tokens : await client.refresh(tokens);
}
