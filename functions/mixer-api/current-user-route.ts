import { Failure } from '../failure.ts';
import type { AccessClaims } from '../interactive/access-token.ts';
import { toMixerUserId } from '../interactive/mixer-user-id.ts';
import { formatRoomId } from '../interactive/room-id.ts';
import type { RequestContext } from '../request-context.ts';
import type { Route } from '../router.ts';
import { requestHelixList } from '../twitch/helix.ts';
import { readBearer } from './mixer-tokens.ts';
import { openAnswer, openToAll } from './open-route.ts';

/** Tells a game whose token it has; `?fields=id,username` leaves the rest out. */
export const currentUserRoute: Route = {
	method: 'GET',
	pattern: '/api/v1/users/current',
	open: openToAll,
	async answer(context) {
		const claims = await readBearer(context);
		if (!claims) throw new Failure('access_token_invalid');
		const fields = new URL(context.request.url).searchParams.get('fields')?.split(',');
		const online = !fields || fields.includes('channel') ? await isLive(claims, context) : false;
		const user = toMixerUser(claims, { online, avatarUrl: `${context.appOrigin}/icons/icon-192.png` });
		return openAnswer(fields ? pick(user, fields) : user);
	}
};

function toMixerUser(
	{ platform, userId, login, displayName }: AccessClaims,
	{ online, avatarUrl }: { readonly online: boolean; readonly avatarUrl: string }
): object {
	const id = toMixerUserId(platform, userId);
	const channel = { id, userId: id, token: login, name: displayName, online, roomId: formatRoomId(platform, userId) };
	return { id, username: displayName, level: 1, experience: 0, sparks: 0, avatarUrl, channel };
}

/** Nice to know and no more: whoever cannot be asked counts as off the air. @see https://dev.twitch.tv/docs/api/reference/#get-streams */
async function isLive({ platform, userId }: AccessClaims, context: RequestContext): Promise<boolean> {
	if (platform !== 'twitch') return false;
	const streams = await requestHelixList('streams', { user_id: userId }, context).catch(() => []);
	return streams.length > 0;
}

function pick(user: object, fields: readonly string[]): object {
	return Object.fromEntries(Object.entries(user).filter(([name]) => fields.includes(name)));
}
