import * as v from 'valibot';
import type { Env } from '../env.ts';
import { Failure } from '../failure.ts';
import type { RequestContext } from '../request-context.ts';
import type { Route } from '../router.ts';
import { createCode, createSecret, formatKey, parseKey } from './code-words.ts';
import { findGrant } from './find-grant.ts';
import { emptyAnswer, openAnswer, openToAll } from './open-route.ts';
import { readOpenBody } from './read-open-body.ts';

const lifeSeconds = 120;
/** So many codes taken one after the other means that the randomness is broken, not that the codes are used up. */
const mostAttempts = 5;
const hostScope = 'interactive:robot:self';

const clientId = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,128}$/));
const scope = v.pipe(v.string(), v.maxLength(1024), v.regex(/^[\x21-\x7e]+(?: +[\x21-\x7e]+)*$/));
const shortCodeBody = v.object({ client_id: clientId, scope: v.nullish(scope, hostScope) });

/** Gives a game a code to show. @see https://www.rfc-editor.org/rfc/rfc8628#section-3.1, which came after it */
export const shortCodeRoute: Route = {
	method: 'POST',
	pattern: '/api/v1/oauth/shortcode',
	open: openToAll,
	async answer(context) {
		const { client_id: clientId, scope } = await readOpenBody(context.request, shortCodeBody);
		assertKnownClient(clientId, context.env);
		if (!scope.split(' ').includes(hostScope)) throw new Failure('invalid_scope');
		const secret = createSecret(context.randomBytes);
		const code = await issueCode({ clientId, scope }, secret, context);
		return openAnswer({ code, expires_in: lifeSeconds, handle: formatKey(code, secret) });
	}
};

/** Tells a game what became of its code. */
export const shortCodeCheckRoute: Route = {
	method: 'GET',
	pattern: '/api/v1/oauth/shortcode/check/:handle',
	open: openToAll,
	async answer(context) {
		const handle = parseKey(context.parameter);
		if (!handle) throw new Failure('code_not_found');
		const status = await findGrant('code', handle.code, context).pollCode(handle.secret, context.receivedAt);
		switch (status.type) {
			case 'waiting':
				return emptyAnswer();
			case 'approved':
				return openAnswer({ code: status.authorizationCode });
			case 'denied':
				throw new Failure('access_denied');
			case 'unknown':
				throw new Failure('code_not_found');
			default:
				return status satisfies never;
		}
	}
};

async function issueCode(
	request: { readonly clientId: string; readonly scope: string },
	secret: string,
	context: RequestContext
): Promise<string> {
	for (let attempt = 0; attempt < mostAttempts; attempt++) {
		const code = createCode(context.randomBytes);
		if (await findGrant('code', code, context).issueCode(request, secret, context.receivedAt)) return code;
	}
	throw new Failure('unexpected');
}

function assertKnownClient(clientId: string, { MIXER_CLIENT_IDS }: Env): void {
	const known = (MIXER_CLIENT_IDS || '*').split(',').map((id) => id.trim());
	if (!known.includes('*') && !known.includes(clientId)) throw new Failure('unknown_client');
}
