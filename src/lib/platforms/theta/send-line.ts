import * as v from 'valibot';
import { AuthorizationError, ConnectionError, ProtocolError, RejectionError } from '#lib/model/errors.ts';
import { requestJson } from '#lib/transport/request.ts';
import type { ChatOptions, Credentials } from '../platform.ts';

const longestLine = 500;

const failureSchema = v.object({
	error: v.object({
		class: v.picklist(['retry', 'reauth', 'config', 'bad_request']),
		code: v.string(),
		message: v.string()
	})
});

/**
 * Has our Worker send a line into the account's own channel, with a fresh token where the first is refused.
 * Throws as `ChatConnection.send` does. @see docs/worker.md
 */
export async function sendThetaLine(text: string, options: ChatOptions): Promise<void> {
	const line = toSendableLine(text);
	const account = options.credentials();
	if (!account) throw new AuthorizationError('not_connected', 'No THETA.tv account is connected.');
	const accessToken = await account.accessToken();
	try {
		await postLine(line, accessToken, account, options);
	} catch (error) {
		if (!(error instanceof AuthorizationError && error.code === 'token_rejected')) throw error;
		await postLine(line, await account.accessToken(accessToken), account, options);
	}
}

function toSendableLine(text: string): string {
	const line = text.replaceAll(/\p{Cc}+/gu, ' ').trim();
	if (line === '') throw new RejectionError('empty', 'There is nothing to send.');
	if ([...line].length > longestLine)
		throw new RejectionError('too_long', `A line has at most ${longestLine} characters.`);
	return line;
}

async function postLine(
	text: string,
	accessToken: string,
	{ identity }: Credentials,
	{ channelKey, config, environment }: ChatOptions
): Promise<void> {
	const { status, body } = await requestJson(
		environment,
		`${new URL(config.theta.redirectUri).origin}/api/theta/channels/${channelKey}/messages`,
		{
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ accessToken, displayName: identity.displayName, text })
		},
		{ timeoutMs: 20_000, readServerErrors: true }
	);
	if (status !== 200) throw toError(body);
}

function toError(body: unknown): Error {
	const answer = v.safeParse(failureSchema, body);
	if (!answer.success) return new ProtocolError('malformed_answer', 'The Worker refused in an unknown shape.');
	const { class: failureClass, code, message } = answer.output.error;
	if (failureClass === 'reauth')
		return new AuthorizationError(code === 'token_rejected' ? code : 'token_revoked', message);
	if (failureClass === 'retry') return new ConnectionError('server_trouble', message);
	return new RejectionError(code, message);
}
