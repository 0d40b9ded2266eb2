import type { Role } from '#lib/model/chat.ts';
import { AuthorizationError, RejectionError } from '#lib/model/errors.ts';
import type { ListedBan } from '#lib/model/listed-person.ts';
import type { PersonChange } from '#lib/model/person-change.ts';
import type { Person } from '#lib/model/person.ts';
import { banUser, longestTimeoutSeconds, unbanUser } from './helix/bans.ts';
import { addRole, removeRole } from './helix/channel-roles.ts';
import { deleteMessage } from './helix/chat-moderation.ts';
import type { Helix } from './helix/request.ts';
import { sendShoutout } from './helix/shoutouts.ts';
import { warnUser } from './helix/warnings.ts';

/** A role that is given and taken; nobody has both. */
export type GivenRole = 'moderator' | 'vip';

/** Something that is done to somebody in a channel. */
export type Deed =
	| { readonly type: 'timeout'; readonly seconds: number; readonly reason?: string }
	| { readonly type: 'ban'; readonly reason: string }
	| { readonly type: 'unban' }
	| { readonly type: 'warning'; readonly reason: string }
	| { readonly type: 'role'; readonly role: GivenRole; readonly given: boolean }
	| { readonly type: 'shoutout' }
	| { readonly type: 'deletion'; readonly messageId: string };

/** Whom a deed is done to, in which channel, and what they were before. */
export interface DeedTarget {
	readonly broadcasterId: string;
	readonly person: Person;
	readonly roles: readonly Role[];
	readonly ban?: ListedBan | undefined;
}

/** Does it. Throws as Helix does; a deed that takes two calls is taken back where the second fails. */
export async function carryOut(helix: Helix, deed: Deed, target: DeedTarget): Promise<void> {
	const { broadcasterId } = target;
	const { userId } = target.person;
	switch (deed.type) {
		case 'timeout':
			return banUser(helix, { broadcasterId, userId, durationSeconds: deed.seconds, reason: deed.reason ?? '' });
		case 'ban':
			return banUser(helix, { broadcasterId, userId, reason: deed.reason });
		case 'unban':
			return unbanUser(helix, broadcasterId, userId);
		case 'warning':
			return warnUser(helix, broadcasterId, { userId, reason: deed.reason });
		case 'role':
			return changeRole(helix, deed, target);
		case 'shoutout':
			return sendShoutout(helix, broadcasterId, userId);
		case 'deletion':
			return deleteMessage(helix, broadcasterId, deed.messageId);
		default:
			return deed satisfies never;
	}
}

/** What takes a deed back, in order; nothing for one that stays. */
export function inverseOf(deed: Deed, { roles, ban }: DeedTarget, now: number): readonly Deed[] {
	const before = ban ? restore(ban, now) : [];
	switch (deed.type) {
		case 'timeout':
			return before.length > 0 ? before : [{ type: 'unban' }];
		case 'ban':
			return [{ type: 'unban' }, ...before];
		case 'unban':
			return before;
		case 'role': {
			const other = deed.given ? heldBeside(deed.role, roles) : undefined;
			return [other ? { type: 'role', role: other, given: true } : { ...deed, given: !deed.given }];
		}
		default:
			return [];
	}
}

/** What becomes of somebody by a deed; `by` is who does it. */
export function changesBy(
	deed: Deed,
	{ person, roles }: DeedTarget,
	{ by, now }: { readonly by: string; readonly now: number }
): readonly PersonChange[] {
	switch (deed.type) {
		case 'timeout': {
			const ban = { endsAt: now + deed.seconds * 1_000, reason: deed.reason ?? '', by };
			return [{ type: 'ban', person, at: now, ban }];
		}
		case 'ban':
			return [{ type: 'ban', person, at: now, ban: { reason: deed.reason, by } }];
		case 'unban':
			return [{ type: 'unban', person }];
		case 'role': {
			const other = deed.given ? heldBeside(deed.role, roles) : undefined;
			return [
				...(other ? [{ type: 'role', role: other, person, given: false } as const] : []),
				{ type: 'role', role: deed.role, person, given: deed.given }
			];
		}
		default:
			return [];
	}
}

/** What somebody is after what became of them. */
export function rolesAfter(roles: readonly Role[], change: PersonChange): readonly Role[] {
	if (change.type !== 'role') return roles;
	const others = roles.filter((role) => role !== change.role);
	return change.given ? [...others, change.role] : others;
}

/** Twitch gives no role to somebody who has the other one, which is therefore taken first. */
async function changeRole(
	helix: Helix,
	{ role, given }: Extract<Deed, { readonly type: 'role' }>,
	{ broadcasterId, person: { userId }, roles }: DeedTarget
): Promise<void> {
	if (!given) return removeRole(helix, { role, broadcasterId, userId });
	const other = heldBeside(role, roles);
	if (other) await removeRole(helix, { role: other, broadcasterId, userId });
	try {
		await addRole(helix, { role, broadcasterId, userId });
	} catch (error) {
		// Where nobody knows whether it was done, giving the other back could only be refused.
		const refused = error instanceof RejectionError || error instanceof AuthorizationError;
		if (other && refused) await addRole(helix, { role: other, broadcasterId, userId });
		throw error;
	}
}

function heldBeside(role: GivenRole, roles: readonly Role[]): GivenRole | undefined {
	const other = role === 'moderator' ? 'vip' : 'moderator';
	return roles.includes(other) ? other : undefined;
}

/** Bans somebody again for what is left of it; nothing where it has ended meanwhile. */
function restore({ endsAt, reason }: ListedBan, now: number): readonly Deed[] {
	if (endsAt === undefined) return [{ type: 'ban', reason }];
	const seconds = Math.min(Math.round((endsAt - now) / 1_000), longestTimeoutSeconds);
	return seconds > 0 ? [{ type: 'timeout', seconds, reason }] : [];
}
