import { base64url, calculateJwkThumbprint, EncryptJWT, errors, jwtDecrypt } from 'jose';
import * as v from 'valibot';
import { Failure } from '../failure.ts';

const keyBytes = 32;
const maxKeys = 2;
const seal = { alg: 'dir', enc: 'A256GCM' } as const;

/** A refresh token with everything that it may only be used together with. */
export interface SealedGrant {
	readonly refreshToken: string;
	readonly platform: string;
	readonly clientId: string;
	readonly userId?: string | undefined;
	/** The key that a refresh has to be proved with. @see https://www.rfc-editor.org/rfc/rfc7638 */
	readonly keyThumbprint?: string | undefined;
}

/** A key that seals, or sealed before the last rotation. */
export interface SealKey {
	readonly id: string;
	readonly bytes: Uint8Array;
}

/** The key that seals, then the ones that only open. */
export type SealKeys = readonly [SealKey, ...SealKey[]];

const claimsSchema = v.object({
	refreshToken: v.string(),
	platform: v.string(),
	clientId: v.string(),
	userId: v.optional(v.string()),
	keyThumbprint: v.optional(v.string())
});

/** Reads `SEAL_KEY`; throws a `Failure` when it is missing or not one or two keys of 32 bytes. */
export async function readSealKeys(setting: string | undefined): Promise<SealKeys> {
	const [first, ...others] = await Promise.all((setting || '').split(',').map((key) => readSealKey(key.trim())));
	if (!first || others.length >= maxKeys) throw new Failure('not_configured');
	return [first, ...others];
}

/** Seals with the first key, as a JWE that only this server opens. @see https://www.rfc-editor.org/rfc/rfc7516 */
export function sealGrant(grant: SealedGrant, [key]: SealKeys, now: number): Promise<string> {
	return new EncryptJWT({ ...grant })
		.setProtectedHeader({ ...seal, kid: key.id })
		.setIssuedAt(new Date(now))
		.encrypt(key.bytes);
}

/** Opens what any of the keys sealed; throws a `Failure` for a retired key and for everything that is no seal of ours. */
export async function openSeal(sealed: string, keys: SealKeys): Promise<SealedGrant> {
	try {
		const { payload } = await jwtDecrypt(sealed, ({ kid }) => findKey(keys, kid), {
			keyManagementAlgorithms: [seal.alg],
			contentEncryptionAlgorithms: [seal.enc]
		});
		return v.parse(claimsSchema, payload);
	} catch (error) {
		if (error instanceof errors.JOSEError || v.isValiError(error)) throw new Failure('sealed_token_invalid');
		throw error;
	}
}

async function readSealKey(text: string): Promise<SealKey> {
	const bytes = decodeKey(text);
	if (bytes?.byteLength !== keyBytes) throw new Failure('not_configured');
	const thumbprint = await calculateJwkThumbprint({ kty: 'oct', k: base64url.encode(bytes) });
	return { id: thumbprint.slice(0, 12), bytes };
}

function decodeKey(text: string): Uint8Array | undefined {
	try {
		return base64url.decode(text);
	} catch {
		return undefined;
	}
}

function findKey(keys: SealKeys, id: string | undefined): Uint8Array {
	const key = keys.find((candidate) => candidate.id === id);
	if (!key) throw new Failure('seal_retired');
	return key.bytes;
}
