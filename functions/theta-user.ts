import { Failure } from './failure.ts';
import { assertSameSite } from './gate.ts';
import { jsonAnswer } from './http.ts';
import type { Route } from './router.ts';
import { isThetaId, openThetaEnvelope, readThetaEndpoint } from './theta-api.ts';
import type { UpstreamAnswer } from './upstream.ts';

const maxUsernameLength = 64;

/** Looks up a THETA.tv user, which a page cannot do itself: that API sends no CORS headers. */
export const thetaUserRoute: Route = {
	method: 'GET',
	pattern: '/api/theta/users/:id',
	platformOf: () => 'theta',
	async answer({ request, env, config, parameter: id, upstream }) {
		assertSameSite(request);
		if (!isThetaId(id)) throw new Failure('malformed_id');
		const { clientId } = config.theta;
		if (!clientId) throw new Failure('not_configured');

		const query = new URLSearchParams({ client_id: clientId });
		const answer = await upstream.requestJson(`${readThetaEndpoint(env).url}/user/${id}?${query}`, {
			headers: { Accept: 'application/json' }
		});
		return jsonAnswer({ id, username: readUsername(answer) }, { 'Cache-Control': 'public, max-age=300' });
	}
};

function readUsername(answer: UpstreamAnswer): string {
	const result = openThetaEnvelope(answer);
	if (result.type === 'error') throw new Failure(result.error.unauthorized ? 'client_rejected' : 'user_not_found');
	const username = result.body['username'];
	if (typeof username !== 'string' || username === '' || username.length > maxUsernameLength) {
		throw new Failure('upstream_malformed');
	}
	return username;
}
