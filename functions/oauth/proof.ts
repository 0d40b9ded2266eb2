import { calculateJwkThumbprint, EmbeddedJWK, errors, jwtVerify, type JWK } from 'jose';
import * as v from 'valibot';
import { Failure } from '../failure.ts';

const toleranceSeconds = 60;
const maxProofLength = 4096;

const claimsSchema = v.object({
	htm: v.literal('POST'),
	htu: v.string(),
	iat: v.number(),
	jti: v.pipe(v.string(), v.minLength(1), v.maxLength(256))
});

/** What a proof of possession has to be about. */
export interface ProvenRequest {
	/** The full URL of the route as the page called it. */
	readonly url: string;
	/** Epoch ms. */
	readonly receivedAt: number;
}

/**
 * Verifies a DPoP proof and returns the thumbprint of its key.
 * A proof of the wrong minute is refused with our Date, so that a page with a wrong clock can correct itself.
 * @see https://www.rfc-editor.org/rfc/rfc9449#section-4.3
 */
export async function verifyProof(proof: string, { url, receivedAt }: ProvenRequest): Promise<string> {
	if (proof.length > maxProofLength) throw new Failure('proof_invalid');
	const { claims, jwk } = await readProof(proof, receivedAt);
	if (claims.htu !== url) throw new Failure('proof_invalid');
	if (Math.abs(receivedAt / 1000 - claims.iat) > toleranceSeconds) {
		throw new Failure('stale_proof', { Date: new Date(receivedAt).toUTCString() });
	}
	return calculateJwkThumbprint(jwk);
}

async function readProof(proof: string, receivedAt: number) {
	try {
		const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
			typ: 'dpop+jwt',
			algorithms: ['ES256'],
			currentDate: new Date(receivedAt)
		});
		return { claims: v.parse(claimsSchema, payload), jwk: protectedHeader.jwk as JWK };
	} catch (error) {
		if (error instanceof errors.JOSEError || v.isValiError(error)) throw new Failure('proof_invalid');
		throw error;
	}
}
