import * as v from 'valibot';
import { Failure } from '../failure.ts';
import type { RequestContext } from '../request-context.ts';
import type { Route } from '../router.ts';
import { parseKey } from './code-words.ts';
import { findGrant } from './find-grant.ts';
import { beginTokens, refreshTokens, type TokenAnswer } from './mixer-tokens.ts';
import { openAnswer, openToAll } from './open-route.ts';
import { readOpenBody } from './read-open-body.ts';

const text = v.pipe(v.string(), v.maxLength(4096));
const tokenBody = v.object({
	client_id: text,
	grant_type: text,
	code: v.nullish(text, ''),
	refresh_token: v.nullish(text, '')
});

/**
 * Gives a game its tokens for an authorization code, or new ones for a refresh token. Games are public clients: a secret
 * that one sends is not looked at. @see https://www.rfc-editor.org/rfc/rfc6749#section-3.2
 */
export const mixerTokenRoute: Route = {
	method: 'POST',
	pattern: '/api/v1/oauth/token',
	open: openToAll,
	async answer(context) {
		const body = await readOpenBody(context.request, tokenBody);
		if (body.grant_type === 'authorization_code') return openAnswer(await redeem(body.code, body.client_id, context));
		if (body.grant_type === 'refresh_token')
			return openAnswer(await refreshTokens(body.refresh_token, body.client_id, context));
		throw new Failure('unsupported_grant_type');
	}
};

async function redeem(authorizationCode: string, clientId: string, context: RequestContext): Promise<TokenAnswer> {
	const key = parseKey(authorizationCode);
	if (!key) throw new Failure('invalid_grant');
	const grant = findGrant('code', key.code, context);
	const redemption = await grant.redeemCode({ authorizationCode, clientId }, context.receivedAt);
	if (redemption.type === 'reused') await findGrant('family', redemption.family, context).endFamily();
	if (redemption.type !== 'redeemed') throw new Failure('invalid_grant');
	const { family, scope, user } = redemption;
	return beginTokens({ family, clientId, scope, user, grantedAt: context.receivedAt }, context);
}
