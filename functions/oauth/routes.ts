import * as v from 'valibot';
import { isRegisteredPlatform, type RegisteredPlatformId } from '#lib/platforms/manifests.ts';
import { Failure } from '../failure.ts';
import { readBody } from '../gate.ts';
import { jsonAnswer } from '../http.ts';
import type { RequestContext } from '../request-context.ts';
import type { Route } from '../router.ts';
import { exchangeCode, refreshGrant, revokeToken, type Grant } from './grants.ts';
import type { OAuthPlatform } from './oauth-platform.ts';
import { oauthPlatforms } from './oauth-platforms.ts';
import { verifyProof } from './proof.ts';
import { readSealKeys, type SealKeys } from '../sealed-claims.ts';
import { openSeal, sealGrant, type SealedGrant } from './seal.ts';

const visibleAscii = (maxLength: number) => v.pipe(v.string(), v.maxLength(maxLength), v.regex(/^[\x21-\x7e]+$/));
const codeBody = v.strictObject({ code: visibleAscii(512) });
const refreshBody = v.strictObject({ sealedRefreshToken: visibleAscii(6144) });
const revokeBody = v.strictObject({
	accessToken: visibleAscii(4096),
	sealedRefreshToken: v.optional(visibleAscii(6144))
});

/** Exchanges an authorization code; a DPoP proof in the request binds the refresh token to its key. */
export const tokenRoute: Route = oauthRoute('token', async (platformId, context) => {
	const { request, env, config, appOrigin, upstream } = context;
	const { code } = await readBody(request, appOrigin, codeBody);
	const platform = oauthPlatforms[platformId](env, config);
	const keys = await readSealKeys(env.SEAL_KEY);
	const keyThumbprint = await readProof(context);

	const grant = await exchangeCode(platform, code, upstream);
	const binding = { platform: platformId, clientId: platform.clientId, userId: grant.userId, keyThumbprint };
	return grantAnswer(grant, binding, keys, context);
});

/** Refreshes; the new refresh token is bound to the same key as the old one. */
export const refreshRoute: Route = oauthRoute('refresh', async (platformId, context) => {
	const { request, env, config, appOrigin, upstream } = context;
	const { sealedRefreshToken } = await readBody(request, appOrigin, refreshBody);
	const platform = oauthPlatforms[platformId](env, config);
	const { clientId } = platform;
	const sealed = await openProvenGrant(sealedRefreshToken, { platformId, clientId }, context);
	const keys = await readSealKeys(env.SEAL_KEY);

	const grant = await refreshGrant(platform, sealed.refreshToken, upstream);
	// An answer without a refresh token leaves the old one valid (RFC 6749, section 6).
	const { refreshToken = sealed.refreshToken, userId = sealed.userId } = grant;
	return grantAnswer({ ...grant, refreshToken }, { ...sealed, userId }, keys, context);
});

/** Revokes both tokens where the platform can; a platform that cannot is not even asked. */
export const revokeRoute: Route = oauthRoute('revoke', async (platformId, context) => {
	const { request, env, config, appOrigin, upstream } = context;
	const { accessToken, sealedRefreshToken } = await readBody(request, appOrigin, revokeBody);
	const platform = oauthPlatforms[platformId](env, config);
	if (!platform.server.revocation_endpoint) return jsonAnswer({ revoked: false, reason: 'unsupported' });

	const refreshToken =
		sealedRefreshToken && (await openForRevocation(sealedRefreshToken, platformId, platform, context));
	await revokeToken(platform, accessToken, upstream);
	if (refreshToken) await revokeToken(platform, refreshToken, upstream);
	const kept = sealedRefreshToken && !refreshToken;
	return jsonAnswer(kept ? { revoked: false, reason: 'refresh_token_kept' } : { revoked: true });
});

function oauthRoute(
	action: 'token' | 'refresh' | 'revoke',
	answer: (platformId: RegisteredPlatformId, context: RequestContext) => Promise<Response>
): Route {
	return {
		method: 'POST',
		pattern: `/api/oauth/:platform/${action}`,
		platformOf: (parameter) => (isRegisteredPlatform(parameter) ? parameter : undefined),
		async answer(context) {
			if (!isRegisteredPlatform(context.parameter)) throw new Failure('not_found');
			return answer(context.parameter, context);
		}
	};
}

/** Opens what we sealed for our registration with a platform, once the caller has proved to hold the key that it is bound to. */
export async function openProvenGrant(
	sealedRefreshToken: string,
	{ platformId, clientId }: { readonly platformId: RegisteredPlatformId; readonly clientId: string },
	context: RequestContext
): Promise<SealedGrant> {
	const sealed = await openSeal(sealedRefreshToken, await readSealKeys(context.env.SEAL_KEY), context.receivedAt);
	assertSealedFor(sealed, platformId, clientId);
	if (sealed.keyThumbprint) await assertProvenKey(sealed.keyThumbprint, context);
	return sealed;
}

/** Only the keys named here leave the Worker. */
async function grantAnswer(
	{ accessToken, expiresInSeconds, scopes, refreshToken }: Grant,
	binding: Omit<SealedGrant, 'refreshToken'>,
	keys: SealKeys,
	{ receivedAt }: RequestContext
): Promise<Response> {
	const sealedRefreshToken = refreshToken && (await sealGrant({ ...binding, refreshToken }, keys, receivedAt));
	return jsonAnswer({ accessToken, expiresInSeconds, scopes, sealedRefreshToken, userId: binding.userId });
}

function assertSealedFor(sealed: SealedGrant, platformId: string, clientId: string): void {
	if (sealed.platform !== platformId) throw new Failure('sealed_token_invalid');
	if (sealed.clientId !== clientId) throw new Failure('client_changed');
}

async function readProof({ request, appOrigin, pathname, receivedAt }: RequestContext): Promise<string | undefined> {
	const proof = request.headers.get('DPoP');
	return proof === null ? undefined : verifyProof(proof, { url: `${appOrigin}${pathname}`, receivedAt });
}

/** Only another key ends the session: a missing, broken or badly timed proof can be mended and sent again. */
async function assertProvenKey(keyThumbprint: string, context: RequestContext): Promise<void> {
	const proven = await readProof(context);
	if (proven === undefined) throw new Failure('proof_required');
	if (proven !== keyThumbprint) throw new Failure('proof_key_changed');
}

/** A seal that nobody can use any more has nothing to revoke and must not stand in the way of the access token. */
async function openForRevocation(
	sealedRefreshToken: string,
	platformId: string,
	platform: OAuthPlatform,
	{ env, receivedAt }: RequestContext
): Promise<string | undefined> {
	try {
		const sealed = await openSeal(sealedRefreshToken, await readSealKeys(env.SEAL_KEY), receivedAt);
		assertSealedFor(sealed, platformId, platform.clientId);
		return sealed.refreshToken;
	} catch (error) {
		if (error instanceof Failure && error.failureClass === 'reauth') return undefined;
		throw error;
	}
}
