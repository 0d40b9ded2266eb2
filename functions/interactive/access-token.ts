import * as v from 'valibot';
import { manifests, type RegisteredPlatformId } from '#lib/platforms/manifests.ts';
import { openClaims, sealClaims, type SealKeys } from '../sealed-claims.ts';

/** How long a token lasts, as Mixer's did. */
export const accessTokenSeconds = 21_599;

const audience = 'mixer-access';
const claimsSchema = v.object({
	platform: v.picklist(Object.keys(manifests) as RegisteredPlatformId[]),
	userId: v.string(),
	login: v.string(),
	displayName: v.string(),
	clientId: v.string(),
	/** Epoch ms at which the streamer let the game in; absent for our own pages. */
	grantedAt: v.optional(v.number())
});

/** Who a token speaks for, and the game or page that it was given to. */
export type AccessClaims = Readonly<v.InferOutput<typeof claimsSchema>>;

/** Makes a bearer token that hosts its user's own channel and joins any other; `now` is in epoch ms. */
export function sealAccessToken(claims: AccessClaims, keys: SealKeys, now: number): Promise<string> {
	return sealClaims({ ...claims }, keys, { audience, now, lifetimeSeconds: accessTokenSeconds });
}

/** Opens a bearer token; throws a `Failure` for one that has expired or is not ours. */
export function openAccessToken(token: string, keys: SealKeys, now: number): Promise<AccessClaims> {
	return openClaims(token, claimsSchema, keys, { audience, now });
}
