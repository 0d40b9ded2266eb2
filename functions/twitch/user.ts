import { twitchManifest } from '#lib/platforms/twitch/manifest.ts';
import { Failure } from '../failure.ts';
import { jsonAnswer } from '../http.ts';
import type { Route } from '../router.ts';
import { isObject } from '../upstream.ts';
import { isTwitchId, requestHelixList } from './helix.ts';

/** Looks up the ID behind a login, for overlays, which have no token to ask Helix with. @see https://dev.twitch.tv/docs/api/reference/#get-users */
export const twitchUserRoute: Route = {
	method: 'GET',
	pattern: '/api/twitch/users/:login',
	platformOf: () => 'twitch',
	shared: true,
	async answer(context) {
		const login = context.parameter;
		if (twitchManifest.parseChannelKey(login) !== login) throw new Failure('malformed_id');
		const [user] = await requestHelixList('users', { login }, context);
		if (!isObject(user)) throw new Failure('user_not_found');
		if (!isTwitchId(user['id'])) throw new Failure('upstream_malformed');
		return jsonAnswer({ id: user['id'], login }, { 'Cache-Control': 'public, max-age=3600' });
	}
};
