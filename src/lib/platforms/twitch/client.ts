import { AuthorizationError, ProtocolError } from '#lib/model/errors.ts';
import { assertSuccess, requestJson } from '#lib/transport/request.ts';
import * as v from 'valibot';
import type { PlatformClient } from '../platform.ts';
import { TwitchChatConnection } from './chat-connection.ts';
import { requestOwnUser } from './helix/users.ts';
import { twitchManifest } from './manifest.ts';

const validation = v.object({ client_id: v.string(), user_id: v.string() });

/** Twitch's part of the page. */
export const twitchClient: PlatformClient = {
	manifest: twitchManifest,
	createChatConnection: (options) => new TwitchChatConnection(options),
	identify: ({ accessToken, config, environment }) => requestOwnUser(accessToken, config, environment),
	validateToken: async (accessToken, config, environment) => {
		const { status, body } = await requestJson(environment, `${config.twitch.authUrl}/validate`, {
			headers: { authorization: `OAuth ${accessToken}` }
		});
		assertSuccess(status, 'Twitch no longer accepts this access token.');
		const answer = v.safeParse(validation, body);
		if (!answer.success) throw new ProtocolError('malformed_answer', 'Twitch did not say whose token this is.');
		if (answer.output.client_id !== config.twitch.clientId)
			throw new AuthorizationError('token_revoked', 'This access token belongs to another application.');
	}
};
