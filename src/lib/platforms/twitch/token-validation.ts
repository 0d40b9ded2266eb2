import { AuthorizationError, ProtocolError } from '#lib/model/errors.ts';
import type { PublicConfig } from '#lib/model/public-config.ts';
import type { Environment } from '#lib/transport/environment.ts';
import { assertSuccess, requestJson } from '#lib/transport/request.ts';
import * as v from 'valibot';

const validation = v.object({ client_id: v.string(), user_id: v.string() });

/** Throws `AuthorizationError` when the token is dead or another application's. @see https://dev.twitch.tv/docs/authentication/validate-tokens */
export async function validateToken(
	accessToken: string,
	config: PublicConfig,
	environment: Environment
): Promise<void> {
	const { status, body } = await requestJson(environment, `${config.twitch.authUrl}/validate`, {
		headers: { authorization: `OAuth ${accessToken}` }
	});
	assertSuccess(status, 'Twitch no longer accepts this access token.');
	const answer = v.safeParse(validation, body);
	if (!answer.success) throw new ProtocolError('malformed_answer', 'Twitch did not say whose token this is.');
	if (answer.output.client_id !== config.twitch.clientId)
		throw new AuthorizationError('token_revoked', 'This access token belongs to another application.');
}
