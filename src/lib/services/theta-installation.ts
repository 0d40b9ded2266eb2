import type { Tokens } from '#lib/model/account.ts';
import { AuthorizationError } from '#lib/model/errors.ts';
import * as v from 'valibot';
import { postProved, type TokenContext } from './token-requests.ts';
import { WorkerRejection } from './worker-request.ts';

/** Whether this server's application is installed in a channel; `external` is one that THETA.tv installs nowhere. */
export type ThetaInstallation = 'installed' | 'missing' | 'external';

const answer = v.object({ installed: v.boolean() });

/**
 * Asks about the own channel of the account whose tokens these are, and can ask about no other.
 * Throws `AuthorizationError` when the account must be connected again, else as `postToWorker`.
 * @see docs/worker.md
 */
export async function requestThetaInstallation(
	{ sealedRefreshToken }: Tokens,
	context: TokenContext
): Promise<ThetaInstallation> {
	if (sealedRefreshToken === undefined)
		throw new AuthorizationError('token_revoked', 'This account has no refresh token.');
	const url = `${context.appOrigin}/api/theta/installation`;
	try {
		const { installed } = await postProved(url, { sealedRefreshToken }, context, answer);
		return installed ? 'installed' : 'missing';
	} catch (error) {
		if (error instanceof WorkerRejection && error.code === 'request_refused') return 'external';
		throw error;
	}
}
