import type { Identity } from '#lib/model/account.ts';
import type { Role } from '#lib/model/chat.ts';
import { longestTimeoutSeconds } from '#lib/platforms/twitch/helix/bans.ts';
import type { Chatter } from './chatter.ts';

/** What the connected account may do about a line. */
export interface ModerationRights {
	readonly deletes: boolean;
	readonly bans: boolean;
}

/** Whether somebody can be timed out for so long. */
export function isTimeout(seconds: number): boolean {
	return Number.isInteger(seconds) && seconds >= 1 && seconds <= longestTimeoutSeconds;
}

/** What an account may do: its channel's owner everything, a moderator nothing to the owner and other moderators. */
export function moderationRights(
	{ channel, author, message }: Chatter,
	actor: Identity | undefined,
	roles: readonly Role[]
): ModerationRights {
	const owns = actor?.login === channel.key;
	const moderates = owns || roles.includes('moderator');
	if (!actor || channel.platform !== 'twitch' || !moderates) return { deletes: false, bans: false };
	const isSelf = author.userId === actor.userId;
	const isProtected = author.roles.includes('broadcaster') || (!owns && author.roles.includes('moderator'));
	return { deletes: message !== undefined && (isSelf || !isProtected), bans: !isSelf && !isProtected };
}
