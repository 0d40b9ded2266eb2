import * as v from 'valibot';
import { Failure, type FailureCode } from './failure.ts';
import { readBody } from './gate.ts';
import { jsonAnswer } from './http.ts';
import type { Route } from './router.ts';
import { isThetaId, openThetaEnvelope, readThetaEndpoint, type ThetaError } from './theta-api.ts';
import type { UpstreamAnswer } from './upstream.ts';

const longestLine = 500;
const longestName = 64;

/** One line of text: something to read, and no control characters. */
const oneLine = (maxLength: number) =>
	v.pipe(
		v.string(),
		v.regex(/^(?=.*\S)[^\p{Cc}]+$/u),
		v.check((text) => [...text].length <= maxLength)
	);

const messageBody = v.strictObject({
	accessToken: v.pipe(v.string(), v.maxLength(4096), v.regex(/^[\x21-\x7e]+$/)),
	displayName: oneLine(longestName),
	text: oneLine(longestLine)
});

/**
 * Sends a chat line into the channel of the streamer whose access token it is; THETA.tv wants the client secret with it.
 * @see https://github.com/slivertv/thetatv-app-docs#making-api-calls
 */
export const thetaMessageRoute: Route = {
	method: 'POST',
	pattern: '/api/theta/channels/:id/messages',
	platformOf: () => 'theta',
	async answer({ request, env, config, appOrigin, parameter: id, upstream }) {
		const { accessToken, displayName, text } = await readBody(request, appOrigin, messageBody);
		if (!isThetaId(id)) throw new Failure('malformed_id');
		const { clientId } = config.theta;
		const clientSecret = env.THETA_CLIENT_SECRET;
		if (!clientId || !clientSecret) throw new Failure('not_configured');

		const query = new URLSearchParams({ client_id: clientId, client_secret: clientSecret });
		const answer = await upstream.requestJson(`${readThetaEndpoint(env).url}/channel/${id}/channel_action?${query}`, {
			method: 'POST',
			headers: {
				Accept: 'application/json',
				Authorization: `Bearer ${accessToken}`,
				'Content-Type': 'application/json'
			},
			body: JSON.stringify({ type: 'chat_message', message: text, display_name: displayName, intl: false })
		});
		assertTaken(answer);
		return jsonAnswer({ sent: true });
	}
};

/** What a success holds is not documented, so it is not looked at. */
function assertTaken(answer: UpstreamAnswer): void {
	if (answer.body?.['status'] === 'SUCCESS') return;
	const result = openThetaEnvelope(answer);
	if (result.type === 'error') throw new Failure(toFailureCode(result.error));
}

function toFailureCode({ unauthorized, text }: ThetaError): FailureCode {
	if (/client|secret|application/.test(text)) return 'client_rejected';
	return unauthorized ? 'token_rejected' : 'message_refused';
}
