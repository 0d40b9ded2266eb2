import type { Accounts } from '../accounts.ts';
import type { Ads } from '../ads.ts';
import { anyOrigin, helixError } from '../answers.ts';
import type { EventSubServer } from '../eventsub/event-sub-server.ts';
import type { Chat } from '../irc/chat.ts';
import type { Loyalty } from '../loyalty.ts';
import type { Notifications } from '../notifications.ts';
import type { AccessToken, Grants } from '../oauth/grants.ts';
import type { Queues } from '../queues/queues.ts';
import type { Streams } from '../streams.ts';
import { accountEndpoints } from './account.ts';
import { automodEndpoints } from './automod.ts';
import { adEndpoints } from './ads.ts';
import { badgeEndpoints } from './badges.ts';
import { blockedTermEndpoints } from './blocked-terms.ts';
import { categoryEndpoints } from './categories.ts';
import { channelEndpoints } from './channels.ts';
import { chatMessageEndpoints } from './chat-messages.ts';
import { chatRoomEndpoints } from './chat-room.ts';
import { chatSettingsEndpoints } from './chat-settings.ts';
import { cheermoteEndpoints } from './cheermotes.ts';
import { clipEndpoints } from './clips.ts';
import { emoteEndpoints } from './emotes.ts';
import { eventSubEndpoints } from './eventsub-subscriptions.ts';
import { followerEndpoints } from './followers.ts';
import type { HelixEndpoint } from './endpoint.ts';
import { goalEndpoints } from './goals.ts';
import { hypeTrainEndpoints } from './hype-train.ts';
import { moderationEndpoints } from './moderation.ts';
import { ownChannelEndpoints } from './own-channel.ts';
import { peopleEndpoints } from './people.ts';
import type { Points } from './points.ts';
import { redemptionEndpoints } from './redemptions.ts';
import { rewardEndpoints } from './rewards.ts';
import { shieldModeEndpoints } from './shield-mode.ts';
import { raidEndpoints } from './raids.ts';
import { shoutoutEndpoints } from './shoutouts.ts';
import { streamEndpoints } from './streams.ts';
import { suspiciousUserEndpoints } from './suspicious-users.ts';
import { unbanRequestEndpoints } from './unban-requests.ts';
import { pollEndpoints } from './polls.ts';
import { predictionEndpoints } from './predictions.ts';
import { userEndpoints } from './users.ts';

/** What Helix works on. */
export interface HelixOptions {
	readonly accounts: Accounts;
	readonly ads: Ads;
	readonly chat: Chat;
	readonly grants: Grants;
	readonly points: Points;
	readonly streams: Streams;
	readonly notifications: Notifications;
	readonly queues: Queues;
	readonly loyalty: Loyalty;
	readonly eventSub: EventSubServer;
}

const preflightHeaders = {
	...anyOrigin,
	'access-control-allow-headers':
		'Accept, Accept-Language, Authorization, Client-Id, Twitch-Api-Token, X-Forwarded-Proto, X-Requested-With, ' +
		'X-Csrf-Token, Content-Type, X-Device-Id, X-Twitch-Vhscf, X-Forwarded-Ip',
	'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
	'access-control-max-age': '600'
} as const;

/** Makes the answerer of what follows `/helix`; each family of endpoints is a file here. @see https://dev.twitch.tv/docs/api/reference/ */
export function createHelix(parts: HelixOptions) {
	const { grants, points } = parts;
	const endpoints = new Map<string, HelixEndpoint>(
		listFamilies(parts)
			.flat()
			.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint])
	);

	return async function answerHelix(path: string, request: Request): Promise<Response> {
		if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: preflightHeaders });
		const endpoint = endpoints.get(`${request.method} ${path}`);
		if (!endpoint) return withHeaders(helixError(404, ''), {});
		const token = checkToken(request, grants);
		if (token instanceof Response) return withHeaders(token, {});
		const { allowed, headers } = points.take(`${token.clientId} ${token.userId ?? ''}`);
		if (!allowed) return withHeaders(helixError(429, 'Too Many Requests'), headers);
		const query = new URL(request.url).searchParams;
		return withHeaders(await endpoint.answer({ request, query, token }), headers);
	};
}

function listFamilies(parts: HelixOptions): readonly (readonly HelixEndpoint[])[] {
	const { accounts, ads, queues, loyalty } = parts;
	return [
		userEndpoints(accounts),
		badgeEndpoints(accounts),
		cheermoteEndpoints(accounts),
		emoteEndpoints(accounts),
		accountEndpoints(accounts),
		chatMessageEndpoints(parts),
		chatRoomEndpoints(parts),
		moderationEndpoints(parts),
		followerEndpoints(parts),
		peopleEndpoints(parts),
		ownChannelEndpoints(parts),
		chatSettingsEndpoints(parts),
		shieldModeEndpoints(parts),
		rewardEndpoints(parts, loyalty.channelPoints),
		redemptionEndpoints(parts, loyalty.channelPoints),
		goalEndpoints(parts, loyalty.goals),
		hypeTrainEndpoints(parts, loyalty.hypeTrains),
		raidEndpoints(parts),
		shoutoutEndpoints(parts),
		adEndpoints(parts, ads),
		categoryEndpoints(),
		streamEndpoints(parts),
		channelEndpoints(parts),
		clipEndpoints(parts),
		automodEndpoints(parts, queues),
		unbanRequestEndpoints(parts, queues),
		suspiciousUserEndpoints(parts, queues),
		blockedTermEndpoints(parts),
		pollEndpoints(parts),
		predictionEndpoints(parts),
		eventSubEndpoints(parts)
	];
}

function checkToken(request: Request, grants: Grants): AccessToken | Response {
	const authorization = request.headers.get('authorization');
	if (!authorization) return helixError(401, 'OAuth token is missing');
	const clientId = request.headers.get('client-id');
	if (!clientId) return helixError(401, 'Client ID is missing');
	const token = grants.findAccessToken(/^Bearer (\S+)$/i.exec(authorization)?.[1] ?? '');
	if (!token) return helixError(401, 'Invalid OAuth token');
	return token.clientId === clientId ? token : helixError(401, 'Client ID and OAuth token do not match');
}

function withHeaders(response: Response, headers: Record<string, string>): Response {
	for (const [name, value] of Object.entries({ ...anyOrigin, ...headers })) response.headers.set(name, value);
	return response;
}
