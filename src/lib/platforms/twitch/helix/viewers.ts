import type { ViewerFacts, ViewerRequest } from '#lib/platforms/viewer.ts';
import * as v from 'valibot';
import { moment } from './answer-fields.ts';
import { parseAnswer } from './parse-answer.ts';
import { requestHelix, type Helix } from './request.ts';
import { requestUserId } from './user-ids.ts';

const followersScope = 'moderator:read:followers';
const unreadable = 'Twitch did not say what was asked of a viewer.';
const usersAnswer = v.object({ data: v.array(v.object({ created_at: moment })) });
const followersAnswer = v.object({ data: v.array(v.object({ followed_at: moment })) });

/** Tells how old a viewer's account is and, to the channel's owner and moderators, since when it follows. */
export async function requestViewer(request: ViewerRequest): Promise<ViewerFacts> {
	const [createdAt, follow] = await Promise.all([requestCreatedAt(request), requestFollow(request)]);
	return { ...(createdAt !== undefined && { createdAt }), ...follow };
}

/** @see https://dev.twitch.tv/docs/api/reference/#get-users */
async function requestCreatedAt({ userId, ...helix }: ViewerRequest): Promise<number | undefined> {
	const body = await requestHelix(toHelix(helix), { method: 'GET', path: '/users', query: { id: userId } });
	return parseAnswer(usersAnswer, body, unreadable).data[0]?.created_at;
}

/** Without its scope Twitch answers with nobody, so it is not asked. @see https://dev.twitch.tv/docs/api/reference/#get-channel-followers */
async function requestFollow(request: ViewerRequest): Promise<Omit<ViewerFacts, 'createdAt'>> {
	const { credentials, channelKey, userId, moderates } = request;
	if (!moderates) return {};
	if (!credentials.scopes?.includes(followersScope)) return { missingScope: followersScope };
	const helix = toHelix(request);
	const { identity } = credentials;
	const broadcasterId = identity.login === channelKey ? identity.userId : await requestUserId(helix, channelKey);
	if (broadcasterId === userId) return {};
	const query = { broadcaster_id: broadcasterId, user_id: userId };
	const body = await requestHelix(helix, { method: 'GET', path: '/channels/followers', scope: followersScope, query });
	return { followedAt: parseAnswer(followersAnswer, body, unreadable).data[0]?.followed_at ?? null };
}

function toHelix({ credentials, config, environment }: Helix): Helix {
	return { credentials, config, environment };
}
