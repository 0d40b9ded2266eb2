import { Failure } from '../failure.ts';
import type { RequestContext } from '../request-context.ts';
import type { GrantObject } from './grant-object.ts';

/** The object that is a short code, the refresh tokens of a family, what a channel took back, or an account's wrong guesses. */
export function findGrant(
	kind: 'code' | 'family' | 'channel' | 'guesses',
	name: string,
	{ env }: RequestContext
): GrantObject {
	if (!env.MIXER_GRANT) throw new Failure('not_configured');
	return env.MIXER_GRANT.getByName(`${kind}:${name}`);
}
