import { twitchManifest } from '#lib/platforms/twitch/manifest.ts';
import { Failure } from '../failure.ts';
import { jsonAnswer } from '../http.ts';
import type { RequestContext } from '../request-context.ts';
import type { Route } from '../router.ts';
import { isObject } from '../upstream.ts';
import { isTwitchId, requestHelixList } from './helix.ts';

const pattern = '/api/twitch/users/:login';

/** Looks up the ID behind a login, for overlays, which have no token to ask Helix with. @see https://dev.twitch.tv/docs/api/reference/#get-users */
export const twitchUserRoute: Route = {
	method: 'GET',
	pattern,
	platformOf: () => 'twitch',
	shared: true,
	async answer(context) {
		const login = context.parameter;
		if (twitchManifest.parseChannelKey(login) !== login) throw new Failure('malformed_id');
		return userAnswer(await requestUserId(login, context), login);
	}
};

/** The ID behind a login, from the edge's copy of the route's answer where it has one. */
export async function findTwitchUserId(login: string, context: RequestContext): Promise<string> {
	const { cache, appOrigin } = context;
	const url = `${appOrigin}${pattern.replace(':login', login)}`;
	const kept = await cache.match(url);
	if (kept) return ((await kept.json()) as { readonly id: string }).id;
	const id = await requestUserId(login, context);
	await cache.put(url, userAnswer(id, login));
	return id;
}

async function requestUserId(login: string, context: RequestContext): Promise<string> {
	const [user] = await requestHelixList('users', { login }, context);
	if (!isObject(user)) throw new Failure('user_not_found');
	if (!isTwitchId(user['id'])) throw new Failure('upstream_malformed');
	return user['id'];
}

function userAnswer(id: string, login: string): Response {
	return jsonAnswer({ id, login }, { 'Cache-Control': 'public, max-age=3600' });
}
