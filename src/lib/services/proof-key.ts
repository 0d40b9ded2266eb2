import type { Clock } from '#lib/transport/clock.ts';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Storage } from './storage.ts';

const storageKey = 'proof-key';

/** Proves to the Worker that a request comes from the browser to which it gave a sealed token; `clockOffsetMs` corrects this machine's clock. @see https://www.rfc-editor.org/rfc/rfc9449#section-4.2 */
export type ProveRequest = (url: string, method: string, clockOffsetMs?: number) => Promise<string>;

/** A prover whose key pair is made on first use and kept; its private half can be used here but not read out. */
export function createProver(storage: Storage, clock: Clock): ProveRequest {
	let loading: Promise<CryptoKeyPair> | undefined;
	return async (htu, htm, clockOffsetMs = 0) => {
		loading ??= loadKeyPair(storage);
		const { privateKey, publicKey } = await loading;
		return new SignJWT({ htu, htm, jti: crypto.randomUUID() })
			.setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: await exportJWK(publicKey) })
			.setIssuedAt(new Date(clock.now() + clockOffsetMs))
			.sign(privateKey);
	};
}

async function loadKeyPair(storage: Storage): Promise<CryptoKeyPair> {
	const stored = await storage.load(storageKey);
	if (isKeyPair(stored)) return stored;
	const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: false });
	const keyPair = { privateKey, publicKey };
	await storage.save(storageKey, keyPair);
	return keyPair;
}

function isKeyPair(value: unknown): value is CryptoKeyPair {
	return typeof value === 'object' && value !== null && 'privateKey' in value && 'publicKey' in value;
}
