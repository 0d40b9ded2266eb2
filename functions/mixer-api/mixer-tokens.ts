import * as v from 'valibot';
import { manifests, type RegisteredPlatformId } from '#lib/platforms/manifests.ts';
import { Failure } from '../failure.ts';
import {
	accessTokenSeconds,
	openAccessToken,
	sealAccessToken,
	type AccessClaims
} from '../interactive/access-token.ts';
import type { RequestContext } from '../request-context.ts';
import { openClaims, readSealKeys, sealClaims } from '../sealed-claims.ts';
import { findGrant } from './find-grant.ts';
import { isSignedOut } from './signed-out-games.ts';

const audience = 'mixer-refresh';
const refreshSeconds = 365 * 24 * 60 * 60;
const platforms = Object.keys(manifests) as RegisteredPlatformId[];
const refreshSchema = v.object({
	family: v.string(),
	/** Which of its family it is: only the newest is good. */
	number: v.number(),
	clientId: v.string(),
	/** Epoch ms at which the streamer let the game in. */
	grantedAt: v.number(),
	scope: v.string(),
	user: v.object({ platform: v.picklist(platforms), userId: v.string(), login: v.string(), displayName: v.string() })
});

type RefreshClaims = Readonly<v.InferOutput<typeof refreshSchema>>;

/** What a streamer granted to a game. */
export type MixerGranted = Omit<RefreshClaims, 'number'>;

/** The answer of the token endpoint. @see https://www.rfc-editor.org/rfc/rfc6749#section-5.1 */
export interface TokenAnswer {
	readonly access_token: string;
	readonly expires_in: number;
	readonly refresh_token: string;
	readonly token_type: 'Bearer';
}

/** The first tokens of a grant. */
export async function beginTokens(granted: MixerGranted, context: RequestContext): Promise<TokenAnswer> {
	await findGrant('family', granted.family, context).beginFamily(refreshEnd(context));
	return sealTokens({ ...granted, number: 0 }, context);
}

/** The next tokens of a grant; throws `invalid_grant` for a token that is not the newest, which ends its whole family. */
export async function refreshTokens(
	refreshToken: string,
	clientId: string,
	context: RequestContext
): Promise<TokenAnswer> {
	const claims = await openRefreshToken(refreshToken, context);
	if (claims.clientId !== clientId) throw new Failure('invalid_grant');
	const family = findGrant('family', claims.family, context);
	if (await isSignedOut({ ...claims.user, grantedAt: claims.grantedAt }, context)) await family.endFamily();
	const number = await family.rotateFamily(claims.number, refreshEnd(context));
	if (number === undefined) throw new Failure('invalid_grant');
	return sealTokens({ ...claims, number }, context);
}

/** Opens the bearer token of a request; `undefined` without one, and a `Failure` for one that is not good here. */
export async function readBearer({ request, env, receivedAt }: RequestContext): Promise<AccessClaims | undefined> {
	const authorization = request.headers.get('Authorization');
	if (authorization === null) return undefined;
	const [, token] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
	if (token === undefined) throw new Failure('access_token_invalid');
	const keys = await readSealKeys(env.SEAL_KEY);
	return openAccessToken(token, keys, receivedAt).catch(() => {
		throw new Failure('access_token_invalid');
	});
}

async function sealTokens(claims: RefreshClaims, { env, receivedAt: now }: RequestContext): Promise<TokenAnswer> {
	const keys = await readSealKeys(env.SEAL_KEY);
	const { user, clientId, grantedAt } = claims;
	const [accessToken, refreshToken] = await Promise.all([
		sealAccessToken({ ...user, clientId, grantedAt }, keys, now),
		sealClaims({ ...claims }, keys, { audience, now, lifetimeSeconds: refreshSeconds })
	]);
	return {
		access_token: accessToken,
		expires_in: accessTokenSeconds,
		refresh_token: refreshToken,
		token_type: 'Bearer'
	};
}

async function openRefreshToken(token: string, { env, receivedAt: now }: RequestContext): Promise<RefreshClaims> {
	const keys = await readSealKeys(env.SEAL_KEY);
	try {
		return await openClaims(token, refreshSchema, keys, { audience, now });
	} catch (error) {
		throw error instanceof Failure ? new Failure('invalid_grant') : error;
	}
}

function refreshEnd({ receivedAt }: RequestContext): number {
	return receivedAt + refreshSeconds * 1000;
}
