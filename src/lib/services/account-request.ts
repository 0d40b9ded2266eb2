import { AuthorizationError } from '#lib/model/errors.ts';
import { manifests, type RegisteredPlatformId } from '#lib/platforms/manifests.ts';
import type * as v from 'valibot';
import type { Accounts } from './accounts.ts';
import { postProved, type TokenContext } from './token-requests.ts';

/** Whose account asks, and where. */
export interface AccountRequestOptions {
	readonly accounts: Pick<Accounts, 'call' | 'find'>;
	readonly context: TokenContext;
}

/**
 * Posts to the Worker as the connected account of a platform, which the Worker has the platform confirm; a refused access
 * token is refreshed once. Throws `AuthorizationError` when the account must be connected again, else as `postToWorker`.
 */
export function postAsAccount<Schema extends v.GenericSchema>(
	path: string,
	request: { readonly platform: RegisteredPlatformId; readonly fields?: Readonly<Record<string, unknown>> },
	{ accounts, context }: AccountRequestOptions,
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	const { platform, fields } = request;
	return accounts.call(platform, (accessToken) => {
		const body = { ...fields, platform, accessToken, ...sealedToken(platform, accounts) };
		return postProved(`${context.appOrigin}${path}`, body, context, schema);
	});
}

function sealedToken(platform: RegisteredPlatformId, accounts: AccountRequestOptions['accounts']): object {
	if (!manifests[platform].tokensNameNobody) return {};
	const sealedRefreshToken = accounts.find(platform)?.tokens.sealedRefreshToken;
	if (sealedRefreshToken === undefined)
		throw new AuthorizationError('token_revoked', 'This account has no refresh token.');
	return { sealedRefreshToken };
}
