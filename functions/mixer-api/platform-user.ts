import * as v from 'valibot';
import { cleanText } from '#lib/model/clean-text.ts';
import { isRegisteredPlatform, type RegisteredPlatformId } from '#lib/platforms/manifests.ts';
import { readEndpoint } from '../endpoint.ts';
import { Failure } from '../failure.ts';
import { openProvenGrant } from '../oauth/routes.ts';
import type { RequestContext } from '../request-context.ts';
import { openThetaEnvelope, readThetaEndpoint } from '../theta-api.ts';
import { isTwitchId } from '../twitch/helix.ts';

const longestName = 32;
const visibleAscii = (maxLength: number) => v.pipe(v.string(), v.maxLength(maxLength), v.regex(/^[\x21-\x7e]+$/));

/** Somebody whose account a platform has confirmed. */
export interface PlatformUser {
	readonly platform: RegisteredPlatformId;
	readonly userId: string;
	readonly login: string;
	readonly displayName: string;
}

/** The part of a body that says whose account it is; the sealed refresh token where access tokens name nobody. */
export const accountProof = {
	platform: v.pipe(v.string(), v.check(isRegisteredPlatform)),
	accessToken: visibleAscii(4096),
	sealedRefreshToken: v.optional(visibleAscii(6144))
};

/** What `accountProof` reads. */
export interface AccountProof {
	readonly platform: string;
	readonly accessToken: string;
	readonly sealedRefreshToken?: string | undefined;
}

const confirmations: Readonly<
	Record<RegisteredPlatformId, (proof: AccountProof, context: RequestContext) => Promise<PlatformUser>>
> = { twitch: confirmTwitchUser, theta: confirmThetaUser };

/** Has the platform confirm whose access token it is; throws a `Failure` for one that it or we did not issue. */
export async function confirmUser(proof: AccountProof, context: RequestContext): Promise<PlatformUser> {
	if (!isRegisteredPlatform(proof.platform)) throw new Failure('malformed_body');
	return confirmations[proof.platform](proof, context);
}

/** @see https://dev.twitch.tv/docs/authentication/validate-tokens */
async function confirmTwitchUser({ accessToken }: AccountProof, context: RequestContext): Promise<PlatformUser> {
	const { config, upstream } = context;
	const { clientId, authUrl } = config.twitch;
	if (!clientId) throw new Failure('not_configured');
	const { status, body } = await upstream.requestJson(`${readEndpoint(authUrl).url}/validate`, {
		headers: { authorization: `OAuth ${accessToken}` }
	});
	if (status === 401) throw new Failure('token_rejected');
	const userId = body?.['user_id'];
	const login = body?.['login'];
	if (status !== 200 || !isTwitchId(userId) || typeof login !== 'string') throw new Failure('upstream_malformed');
	// Anybody's application can get a token of this user; only ours was given it to act here.
	if (body?.['client_id'] !== clientId) throw new Failure('token_rejected');
	return {
		platform: 'twitch',
		userId,
		login,
		displayName: toName((await requestDisplayName(accessToken, context)) ?? login)
	};
}

/** A name with capitals is nice to have: without an answer the login has to do. @see https://dev.twitch.tv/docs/api/reference/#get-users */
async function requestDisplayName(
	accessToken: string,
	{ config, upstream }: RequestContext
): Promise<string | undefined> {
	const headers = { authorization: `Bearer ${accessToken}`, 'client-id': config.twitch.clientId ?? '' };
	try {
		const { body } = await upstream.requestJson(`${readEndpoint(config.twitch.apiUrl).url}/users`, { headers });
		return v.parse(v.object({ data: v.tuple([v.object({ display_name: v.string() })]) }), body).data[0].display_name;
	} catch {
		return undefined;
	}
}

/** THETA.tv has no "who am I": the refresh token that we sealed says whose it is, and the access token that it is alive. */
async function confirmThetaUser(proof: AccountProof, context: RequestContext): Promise<PlatformUser> {
	const { env, config, upstream } = context;
	const { clientId } = config.theta;
	if (!clientId) throw new Failure('not_configured');
	if (!proof.sealedRefreshToken) throw new Failure('malformed_body');
	const sealed = await openProvenGrant(proof.sealedRefreshToken, { platformId: 'theta', clientId }, context);
	const { userId } = sealed;
	if (!userId) throw new Failure('sealed_token_invalid');
	const url = `${readThetaEndpoint(env).url}/user/${encodeURIComponent(userId)}?${new URLSearchParams({ client_id: clientId })}`;
	const headers = { Accept: 'application/json', Authorization: `Bearer ${proof.accessToken}` };
	const result = openThetaEnvelope(await upstream.requestJson(url, { headers }));
	if (result.type === 'error') throw new Failure(result.error.unauthorized ? 'token_rejected' : 'upstream_trouble');
	const { id, username } = result.body;
	if (id !== userId || typeof username !== 'string') throw new Failure('upstream_malformed');
	return { platform: 'theta', userId, login: username.toLowerCase(), displayName: toName(username) };
}

function toName(text: string): string {
	const name = [...cleanText(text).trim()].slice(0, longestName).join('');
	return name === '' ? 'Somebody' : name;
}
