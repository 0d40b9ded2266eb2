import type { Clock } from '#lib/transport/clock.ts';
import type { Accounts } from '../accounts.ts';
import { jsonAnswer } from '../answers.ts';
import type { EmulatedClient } from '../emulated-client.ts';
import { answerAuthorize } from './authorize.ts';
import type { Grants } from './grants.ts';
import { answerRevoke } from './revoke.ts';
import { answerToken } from './token.ts';
import { answerValidate, answerValidatePreflight } from './validate.ts';

/** What the OAuth endpoints work on. */
export interface OauthOptions {
	readonly clients: readonly EmulatedClient[];
	readonly accounts: Accounts;
	readonly grants: Grants;
	readonly clock: Clock;
}

/** Answers what follows `/oauth2`; only `validate` takes a preflight. */
export async function answerOauth(path: string, request: Request, options: OauthOptions): Promise<Response> {
	const { clients, accounts, grants, clock } = options;
	switch (`${request.method} ${path}`) {
		case 'GET /authorize':
		case 'POST /authorize':
			return answerAuthorize(request, clients, accounts, grants);
		case 'POST /token':
			return answerToken(request, clients, grants);
		case 'GET /validate':
			return answerValidate(request, grants, accounts, clock);
		case 'OPTIONS /validate':
			return answerValidatePreflight();
		case 'POST /revoke':
			return answerRevoke(request, clients, grants);
		default:
			return jsonAnswer({ status: 404, message: 'not found' }, { status: 404 });
	}
}
