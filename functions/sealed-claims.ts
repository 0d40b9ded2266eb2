import { base64url, calculateJwkThumbprint, EncryptJWT, errors, jwtDecrypt, type JWTPayload } from 'jose';
import * as v from 'valibot';
import { Failure } from './failure.ts';

const keyBytes = 32;
const maxKeys = 2;
const seal = { alg: 'dir', enc: 'A256GCM' } as const;

/** A key that seals, or sealed before the last rotation. */
export interface SealKey {
	readonly id: string;
	readonly bytes: Uint8Array;
}

/** The key that seals, then the ones that only open. */
export type SealKeys = readonly [SealKey, ...SealKey[]];

/** What a seal is for, so that none passes for another, and when it was made (epoch ms). */
export interface SealTerms {
	/** Absent for refresh tokens, which were sealed before there was anything else. */
	readonly audience?: string;
	readonly now: number;
	readonly lifetimeSeconds?: number;
}

/** Reads `SEAL_KEY`; throws a `Failure` when it is missing or not one or two keys of 32 bytes. */
export async function readSealKeys(setting: string | undefined): Promise<SealKeys> {
	const [first, ...others] = await Promise.all((setting || '').split(',').map((key) => readSealKey(key.trim())));
	if (!first || others.length >= maxKeys) throw new Failure('not_configured');
	return [first, ...others];
}

/** Seals with the first key, as a JWE that only this server opens. @see https://www.rfc-editor.org/rfc/rfc7516 */
export function sealClaims(
	claims: JWTPayload,
	[key]: SealKeys,
	{ audience, now, lifetimeSeconds }: SealTerms
): Promise<string> {
	const token = new EncryptJWT(claims).setProtectedHeader({ ...seal, kid: key.id }).setIssuedAt(new Date(now));
	if (audience !== undefined) token.setAudience(audience);
	if (lifetimeSeconds !== undefined) token.setExpirationTime(new Date(now + lifetimeSeconds * 1000));
	return token.encrypt(key.bytes);
}

/** Opens what any of the keys sealed for this audience; throws a `Failure` for a retired key, an expired seal and everything that is no seal of ours. */
export async function openClaims<Schema extends v.GenericSchema>(
	sealed: string,
	schema: Schema,
	keys: SealKeys,
	{ audience, now }: Omit<SealTerms, 'lifetimeSeconds'>
): Promise<v.InferOutput<Schema>> {
	try {
		const { payload } = await jwtDecrypt(sealed, ({ kid }) => findKey(keys, kid), {
			keyManagementAlgorithms: [seal.alg],
			contentEncryptionAlgorithms: [seal.enc],
			currentDate: new Date(now),
			...(audience !== undefined && { audience })
		});
		if (audience === undefined && payload.aud !== undefined) throw new Failure('sealed_token_invalid');
		return v.parse(schema, payload);
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
