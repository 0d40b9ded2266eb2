import type { Identity } from '#lib/model/account.ts';
import type { Role } from '#lib/model/chat.ts';
import type { Chatter } from './chatter.ts';
import { toOneLine } from './line-length.ts';

/** The longest time-out, two weeks. */
export const longestTimeoutSeconds = 1_209_600;

/** The longest reason that fits into a line with its command. */
export const longestReason = 300;

/** What a moderator may do about a line or who wrote it. */
export type ModerationAction =
	| { readonly type: 'deletion'; readonly messageId: string }
	| { readonly type: 'timeout'; readonly login: string; readonly seconds: number }
	| { readonly type: 'ban'; readonly login: string; readonly reason: string }
	| { readonly type: 'pardon'; readonly login: string };

/** What the connected account may do about a line. */
export interface ModerationRights {
	readonly deletes: boolean;
	readonly bans: boolean;
}

const loginPattern = /^[a-z0-9_]{1,25}$/;
const messageIdPattern = /^[\w-]{1,64}$/;

/** The command of an action; `undefined` where it does not name exactly one message or viewer, so that none is ever widened. */
export function formatModeration(action: ModerationAction): string | undefined {
	if (action.type === 'deletion')
		return messageIdPattern.test(action.messageId) ? `/delete ${action.messageId}` : undefined;
	if (!loginPattern.test(action.login)) return undefined;
	switch (action.type) {
		case 'timeout':
			return isTimeout(action.seconds) ? `/timeout ${action.login} ${action.seconds}s` : undefined;
		case 'ban':
			return `/ban ${action.login} ${toOneLine(action.reason).slice(0, longestReason)}`.trim();
		case 'pardon':
			return `/unban ${action.login}`;
		default:
			return action satisfies never;
	}
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
