import * as v from 'valibot';
import { Failure } from './failure.ts';
import { readBody } from './gate.ts';
import { jsonAnswer } from './http.ts';
import { openProvenGrant } from './oauth/routes.ts';
import type { Route } from './router.ts';
import { isThetaId, openThetaEnvelope, readThetaEndpoint } from './theta-api.ts';
import { isObject, type UpstreamAnswer } from './upstream.ts';

const installationBody = v.strictObject({
	sealedRefreshToken: v.pipe(v.string(), v.maxLength(6144), v.regex(/^[\x21-\x7e]+$/))
});

/**
 * Tells a streamer whether our application is installed in their own channel: whose it is says the token that we sealed.
 * The list holds the access tokens of every streamer, so nothing else of it leaves the Worker.
 * @see https://github.com/slivertv/thetatv-app-docs#channel-installation-internal-applications-only
 */
export const thetaInstallationRoute: Route = {
	method: 'POST',
	pattern: '/api/theta/installation',
	platformOf: () => 'theta',
	async answer(context) {
		const { request, env, config, appOrigin, upstream } = context;
		const { sealedRefreshToken } = await readBody(request, appOrigin, installationBody);
		const { clientId } = config.theta;
		const clientSecret = env.THETA_CLIENT_SECRET;
		if (!clientId || !clientSecret) throw new Failure('not_configured');
		const { userId } = await openProvenGrant(sealedRefreshToken, { platformId: 'theta', clientId }, context);
		if (!isThetaId(userId)) throw new Failure('sealed_token_invalid');

		const query = new URLSearchParams({ client_id: clientId, client_secret: clientSecret });
		const path = `oauth_application/${encodeURIComponent(clientId)}/oauth_install/list`;
		const answer = await upstream.requestJson(`${readThetaEndpoint(env).url}/${path}?${query}`, {
			headers: { Accept: 'application/json' }
		});
		return jsonAnswer({ channelId: userId, installed: holdsChannel(answer, clientId, userId) });
	}
};

function holdsChannel(answer: UpstreamAnswer, clientId: string, channelId: string): boolean {
	const list = answer.body?.['status'] === 'SUCCESS' ? answer.body['body'] : undefined;
	if (Array.isArray(list))
		return list.some(
			(entry: unknown) => isObject(entry) && entry['client_id'] === clientId && entry['user_id'] === channelId
		);
	if (openThetaEnvelope(answer).type === 'error') throw new Failure('request_refused');
	throw new Failure('upstream_malformed');
}
