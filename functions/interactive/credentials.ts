import { Failure } from '../failure.ts';
import { isSignedOut } from '../mixer-api/signed-out-games.ts';
import { readSealKeys } from '../sealed-claims.ts';
import type { RequestContext } from '../request-context.ts';
import { openAccessToken, type AccessClaims } from './access-token.ts';
import { openParticipantKey, type ParticipantKey } from './participant-key.ts';

const bearer = /^Bearer (\S+)$/i;

/**
 * What a client tells of itself, in a header or, where it can set none, in the query; names differ in case.
 * @see https://github.com/mixer/developer-docs Interactive protocol 1.7, connecting
 */
export function readCredential(request: Request, name: string): string | undefined {
	const header = request.headers.get(name);
	if (header !== null) return header;
	const wanted = name.toLowerCase();
	for (const [key, value] of new URL(request.url).searchParams) if (key.toLowerCase() === wanted) return value;
	return undefined;
}

/** Whose game it is; `undefined` for a token that is missing, has expired, is not ours, or that the streamer took back. */
export async function readAccess(context: RequestContext): Promise<AccessClaims | undefined> {
	const { request, env, receivedAt } = context;
	const keys = await readSealKeys(env.SEAL_KEY);
	const token = bearer.exec(readCredential(request, 'Authorization') ?? '')?.[1];
	const claims = token === undefined ? undefined : await forgive(openAccessToken(token, keys, receivedAt));
	return claims && !(await isSignedOut(claims, context)) ? claims : undefined;
}

/** Whose seat it is; `undefined` for a key that is missing, has expired or is not ours. */
export async function readParticipantKey(context: RequestContext): Promise<ParticipantKey | undefined> {
	const { request, env, receivedAt } = context;
	const keys = await readSealKeys(env.SEAL_KEY);
	const key = new URL(request.url).searchParams.get('key');
	return key === null ? undefined : forgive(openParticipantKey(key, keys, receivedAt));
}

async function forgive<Claims>(opened: Promise<Claims>): Promise<Claims | undefined> {
	try {
		return await opened;
	} catch (error) {
		if (error instanceof Failure && error.failureClass !== 'config') return undefined;
		throw error;
	}
}
