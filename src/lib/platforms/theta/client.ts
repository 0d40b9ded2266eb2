import * as v from 'valibot';
import { cleanText } from '#lib/model/clean-text.ts';
import { ProtocolError } from '#lib/model/errors.ts';
import { assertSuccess, requestJson } from '#lib/transport/request.ts';
import type { PlatformClient } from '../platform.ts';
import { ThetaChatConnection } from './chat-connection.ts';
import { thetaManifest } from './manifest.ts';

const userIdPattern = /^[A-Za-z0-9_-]{1,64}$/;

const userSchema = v.object({
	id: v.pipe(v.string(), v.regex(userIdPattern)),
	username: v.pipe(v.string(), v.maxLength(64), v.transform(cleanText), v.trim(), v.minLength(1))
});

/** THETA.tv's part of the page. */
export const thetaClient: PlatformClient = {
	manifest: thetaManifest,
	createChatConnection: (options) => new ThetaChatConnection(options),
	/** THETA.tv has no "who am I": the token answer names the user, and our Worker looks the name up. */
	async identify({ userId, config, environment }) {
		if (userId === undefined || !userIdPattern.test(userId))
			throw new ProtocolError('malformed_answer', 'THETA.tv did not tell whose token this is.');
		const { status, body } = await requestJson(
			environment,
			`${new URL(config.theta.redirectUri).origin}/api/theta/users/${userId}`
		);
		assertSuccess(status, `THETA.tv's user could not be looked up (${status}).`);
		const user = v.safeParse(userSchema, body);
		if (!user.success || user.output.id !== userId)
			throw new ProtocolError('malformed_answer', "The answer about THETA.tv's user was not as expected.");
		const { username } = user.output;
		return { platform: 'theta', userId, login: username.toLowerCase(), displayName: username };
	}
};
