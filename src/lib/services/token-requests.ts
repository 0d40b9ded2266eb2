import type { Tokens } from '#lib/model/account.ts';
import type { PublicConfig } from '#lib/model/public-config.ts';
import { clients } from '#lib/platforms/clients.ts';
import type { RegisteredPlatformId } from '#lib/platforms/manifests.ts';
import type { Environment } from '#lib/transport/environment.ts';
import * as v from 'valibot';
import type { ProveRequest } from './proof-key.ts';
import { postToWorker, WorkerRejection } from './worker-request.ts';

/** What a token request needs of the page. */
export interface TokenContext {
	readonly config: PublicConfig;
	readonly environment: Environment;
	/** Where the Worker answers. */
	readonly appOrigin: string;
	readonly prove: ProveRequest;
}

/** Tokens fresh from a grant, with the user they are for where the platform told. */
export interface GrantedTokens {
	readonly tokens: Tokens;
	readonly userId?: string;
}

const grant = v.object({
	accessToken: v.pipe(v.string(), v.minLength(1)),
	expiresInSeconds: v.optional(v.number()),
	scopes: v.array(v.string()),
	sealedRefreshToken: v.optional(v.string()),
	userId: v.optional(v.string())
});
const revocation = v.object({ revoked: v.boolean() });

/** Exchanges an authorization code. Throws as `postToWorker` does. @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.3 */
export async function exchangeCode(
	platform: RegisteredPlatformId,
	code: string,
	context: TokenContext
): Promise<GrantedTokens> {
	return toGrant(await requestGrant(platform, 'token', { code }, context), context);
}

/** Gets a new access token, and the refresh token to use from then on. Throws `AuthorizationError` once the grant is dead, else as `postToWorker`. @see https://www.rfc-editor.org/rfc/rfc6749#section-6 */
export async function refreshAccessToken(
	platform: RegisteredPlatformId,
	sealedRefreshToken: string,
	context: TokenContext
): Promise<Tokens> {
	const { tokens } = toGrant(await requestGrant(platform, 'refresh', { sealedRefreshToken }, context), context);
	return { sealedRefreshToken, ...tokens };
}

/** Asks the platform to forget the tokens; false where it knows no such request. Throws as `postToWorker` does. @see https://www.rfc-editor.org/rfc/rfc7009 */
export async function revokeToken(
	platform: RegisteredPlatformId,
	tokens: Tokens,
	context: Omit<TokenContext, 'prove'>
): Promise<boolean> {
	const { accessToken, sealedRefreshToken } = tokens;
	const body = { accessToken, ...(sealedRefreshToken !== undefined && { sealedRefreshToken }) };
	const answer = await postToWorker(context.environment, routeUrl(platform, 'revoke', context), { body }, revocation);
	return answer.revoked;
}

/** Asks the platform whether it still takes the access token; silent where it offers no such check. Throws `AuthorizationError` for a dead token. */
export async function validateToken(
	platform: RegisteredPlatformId,
	accessToken: string,
	context: Pick<TokenContext, 'config' | 'environment'>
): Promise<void> {
	const client = await clients[platform]();
	await client.validateToken?.(accessToken, context.config, context.environment);
}

function requestGrant(
	platform: RegisteredPlatformId,
	route: 'token' | 'refresh',
	body: unknown,
	context: TokenContext
): Promise<v.InferOutput<typeof grant>> {
	return postProved(routeUrl(platform, route, context), body, context, grant);
}

/** Posts with a proof of this browser's key, a second time where only this machine's clock was wrong. Throws as `postToWorker` does. */
export async function postProved<Schema extends v.GenericSchema>(
	url: string,
	body: unknown,
	context: TokenContext,
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	const post = async (clockOffsetMs?: number) => {
		const headers = { dpop: await context.prove(url, 'POST', clockOffsetMs) };
		return postToWorker(context.environment, url, { body, headers }, schema);
	};
	try {
		return await post();
	} catch (error) {
		const answeredAt = error instanceof WorkerRejection && error.code === 'stale_proof' ? error.answeredAt : undefined;
		if (answeredAt === undefined) throw error;
		return post(answeredAt - context.environment.clock.now());
	}
}

function routeUrl(
	platform: RegisteredPlatformId,
	route: string,
	{ appOrigin }: Pick<TokenContext, 'appOrigin'>
): string {
	return `${appOrigin}/api/oauth/${platform}/${route}`;
}

function toGrant(answer: v.InferOutput<typeof grant>, { environment }: TokenContext): GrantedTokens {
	const { accessToken, expiresInSeconds, scopes, sealedRefreshToken, userId } = answer;
	return {
		tokens: {
			accessToken,
			scopes,
			...(expiresInSeconds !== undefined && { expiresAt: environment.clock.now() + expiresInSeconds * 1000 }),
			...(sealedRefreshToken !== undefined && { sealedRefreshToken })
		},
		...(userId !== undefined && { userId })
	};
}
