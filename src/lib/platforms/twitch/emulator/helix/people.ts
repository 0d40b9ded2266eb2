import { helixError } from '../answers.ts';
import { isWatching } from '../crowd.ts';
import { badgesIn, type EmulatedUser } from '../emulated-user.ts';
import type { Room } from '../irc/room.ts';
import { toEventUser } from '../notifications.ts';
import { readChannelCall, type ChannelCallRules, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';
import { answerPage, type PageRules } from './page-answer.ts';

const chatterRules = { scope: 'moderator:read:chatters', moderators: true } as const;
const moderatorRules = { scope: 'moderation:read', otherScopes: ['channel:manage:moderators'] } as const;
const vipRules = { scope: 'channel:read:vips', otherScopes: ['channel:manage:vips'] } as const;
const subscriberRules = { scope: 'channel:read:subscriptions' } as const;
const bannedRules = { scope: 'moderation:read', otherScopes: ['moderator:manage:banned_users'] } as const;
const mostUserIds = 100;
const mostChatters = 1_000;
const pointsOfTier = { '1000': 1, '2000': 2, '3000': 6 } as const;

/** Who is in a chat, and the lists that only the owner of a channel may read. @see https://dev.twitch.tv/docs/api/reference/#get-chatters */
export function peopleEndpoints(parts: ChannelParts): readonly HelixEndpoint[] {
	const read = (path: string, answer: (call: HelixCall, parts: ChannelParts) => Response): HelixEndpoint => ({
		method: 'GET',
		path,
		answer: (call) => answer(call, parts)
	});
	return [
		read('/chat/chatters', answerChatters),
		read('/moderation/moderators', (call) => answerRole(call, parts, moderatorRules, 'moderator/1')),
		read('/channels/vips', (call) => answerRole(call, parts, vipRules, 'vip/1')),
		read('/subscriptions', answerSubscribers),
		read('/moderation/banned', answerBanned)
	];
}

function answerChatters(call: HelixCall, parts: ChannelParts): Response {
	const checked = readChannelCall(call, parts, chatterRules);
	if (checked instanceof Response) return checked;
	const { room } = checked;
	const here = [
		...parts.accounts.users.filter(({ suspended }) => !suspended),
		...parts.accounts.crowd.filter((user) => isWatching(user, room.owner.login))
	].filter(({ id }) => room.bannedUntil.get(id) !== Infinity);
	const told = here.map((user) => toEventUser(user));
	return answerPage(call.query, told, { usual: 100, most: mostChatters, withTotal: true });
}

function answerRole(call: HelixCall, parts: ChannelParts, rules: ChannelCallRules, badge: string): Response {
	const checked = readChannelCall(call, parts, rules);
	if (checked instanceof Response) return checked;
	const wearers = parts.accounts.everyone.filter((user) => badgesIn(user, checked.room.owner.login).includes(badge));
	return answerList(call, wearers, (user) => toEventUser(user));
}

function answerSubscribers(call: HelixCall, parts: ChannelParts): Response {
	const checked = readChannelCall(call, parts, subscriberRules);
	if (checked instanceof Response) return checked;
	const { owner } = checked.room;
	const subscribers = parts.accounts.everyone.filter(
		(user) => user.standings[owner.login]?.subscribedMonths !== undefined
	);
	const tierOf = (user: EmulatedUser) => user.standings[owner.login]?.tier ?? '1000';
	const points = subscribers.reduce((sum, user) => sum + pointsOfTier[tierOf(user)], 0);
	const format = (user: EmulatedUser) => {
		const gifter = parts.accounts.byLogin(user.standings[owner.login]?.gifterLogin ?? '');
		return {
			broadcaster_id: owner.id,
			broadcaster_login: owner.login,
			broadcaster_name: owner.displayName,
			gifter_id: gifter?.id ?? '',
			gifter_login: gifter?.login ?? '',
			gifter_name: gifter?.displayName ?? '',
			is_gift: gifter !== undefined,
			plan_name: `Channel Subscription (${owner.login})`,
			tier: tierOf(user),
			...toEventUser(user)
		};
	};
	return answerList(call, subscribers, format, { more: { points, total: subscribers.length } });
}

function answerBanned(call: HelixCall, parts: ChannelParts): Response {
	const checked = readChannelCall(call, parts, bannedRules);
	if (checked instanceof Response) return checked;
	const { room } = checked;
	const now = parts.chat.clock.now();
	const banned = [...room.bannedUntil].flatMap(([id, until]) => (until > now ? (parts.accounts.byId(id) ?? []) : []));
	return answerList(call, banned, (user) => formatBan(user, room));
}

function formatBan(user: EmulatedUser, room: Room) {
	const until = room.bannedUntil.get(user.id) ?? Infinity;
	const note = room.banNotes.get(user.id);
	const { id, login, displayName } = note?.moderator ?? room.owner;
	return {
		...toEventUser(user),
		expires_at: until === Infinity ? '' : formatTime(until),
		created_at: formatTime(note?.createdAt ?? Date.UTC(2025, 5, 1)),
		reason: note?.reason ?? user.standings[room.owner.login]?.banReason ?? '',
		moderator_id: id,
		moderator_login: login,
		moderator_name: displayName
	};
}

/** Answers with a page of a list, or with those of it that `user_id` names. */
function answerList(
	{ query }: HelixCall,
	list: readonly EmulatedUser[],
	format: (user: EmulatedUser) => unknown,
	rules?: PageRules
): Response {
	const ids = query.getAll('user_id');
	if (ids.length > mostUserIds) return helixError(400, 'There are too many IDs in user_id.');
	const wanted = ids.length === 0 ? list : list.filter(({ id }) => ids.includes(id));
	return answerPage(query, wanted.map(format), rules);
}

function formatTime(at: number): string {
	return new Date(at).toISOString().replace(/\.\d+/, '');
}
