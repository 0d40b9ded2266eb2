import * as v from 'valibot';
import { openClaims, sealClaims, type SealKeys } from '../sealed-claims.ts';

/** A refresh token with everything that it may only be used together with. */
export interface SealedGrant {
	readonly refreshToken: string;
	readonly platform: string;
	readonly clientId: string;
	readonly userId?: string | undefined;
	/** The key that a refresh has to be proved with. @see https://www.rfc-editor.org/rfc/rfc7638 */
	readonly keyThumbprint?: string | undefined;
}

const claimsSchema = v.object({
	refreshToken: v.string(),
	platform: v.string(),
	clientId: v.string(),
	userId: v.optional(v.string()),
	keyThumbprint: v.optional(v.string())
});

/** Seals a grant for the page that keeps it; it does not expire by itself. */
export function sealGrant(grant: SealedGrant, keys: SealKeys, now: number): Promise<string> {
	return sealClaims({ ...grant }, keys, { now });
}

/** Opens what any of the keys sealed; throws a `Failure` for a retired key and for everything that is no grant of ours. */
export function openSeal(sealed: string, keys: SealKeys, now: number): Promise<SealedGrant> {
	return openClaims(sealed, claimsSchema, keys, { now });
}
