import type { ConnectionProblem } from '#lib/model/connection-status.ts';
import { AuthorizationError } from '#lib/model/errors.ts';
import type { Credentials } from '../platform.ts';
import type { IrcLogin } from './irc-session.ts';

/** As whom to log in, and what kept the account from being used. */
export interface LoginChoice {
	readonly login: IrcLogin;
	readonly problem?: ConnectionProblem;
}

/** Takes the account's token, a newer one than `refusedToken`; reads anonymously where there is none to be had. */
export async function chooseLogin(
	credentials: Credentials | undefined,
	refusedToken: string | undefined
): Promise<LoginChoice> {
	if (!credentials) return { login: { type: 'anonymous' } };
	try {
		const accessToken = await credentials.accessToken(refusedToken);
		if (accessToken === refusedToken) return { login: { type: 'anonymous' }, problem: 'authorization' };
		return { login: { type: 'account', login: credentials.identity.login, accessToken } };
	} catch (error) {
		const problem = error instanceof AuthorizationError ? 'authorization' : 'platform_trouble';
		return { login: { type: 'anonymous' }, problem };
	}
}
