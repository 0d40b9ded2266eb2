import { helixError, jsonAnswer } from '../answers.ts';
import { isModerator, type EmulatedUser } from '../emulated-user.ts';
import { missingParameter, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';

const scope = 'moderator:read:followers';
const mostAtOnce = 100;

/** Who follows a channel. @see https://dev.twitch.tv/docs/api/reference/#get-channel-followers */
export function followerEndpoints(parts: ChannelParts): readonly HelixEndpoint[] {
	return [{ method: 'GET', path: '/channels/followers', answer: (call) => answerFollowers(call, parts) }];
}

/** Whoever neither owns nor moderates the channel, or lacks the scope, is told only how many there are. */
function answerFollowers({ query, token }: HelixCall, { accounts }: ChannelParts): Response {
	const broadcasterId = query.get('broadcaster_id');
	if (!broadcasterId) return missingParameter('broadcaster_id');
	const owner = accounts.byId(broadcasterId);
	if (!owner) return helixError(400, 'The ID in broadcaster_id was not found.');
	const first = Number(query.get('first') ?? 20);
	if (!Number.isInteger(first) || first < 1 || first > mostAtOnce)
		return helixError(400, 'The value in first is not valid.');
	const actor = accounts.byId(token.userId ?? '');
	const followers = accounts.users.filter((user) => user.standings[owner.login]?.followedAt !== undefined);
	const userId = query.get('user_id');
	const isToldNames = actor !== undefined && token.scopes.includes(scope) && mayRead(actor, owner);
	const wanted = userId ? followers.filter((user) => user.id === userId) : followers;
	const told = isToldNames ? wanted.slice(0, first).map((user) => formatFollower(user, owner.login)) : [];
	return jsonAnswer({ total: followers.length, data: told, pagination: {} });
}

function mayRead(actor: EmulatedUser, owner: EmulatedUser): boolean {
	return actor === owner || isModerator(actor, owner.login);
}

function formatFollower(user: EmulatedUser, channel: string) {
	return {
		user_id: user.id,
		user_login: user.login,
		user_name: user.displayName,
		followed_at: new Date(user.standings[channel]?.followedAt ?? 0).toISOString().replace('.000', '')
	};
}
