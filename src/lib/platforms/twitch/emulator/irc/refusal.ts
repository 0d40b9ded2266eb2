import { isPrivileged, isSubscriber, type EmulatedUser } from '../emulated-user.ts';
import { findEmotes } from './emote-positions.ts';
import type { MessageBudget } from './message-budget.ts';
import type { Room } from './room.ts';

/** Why a message was not let through: a `msg-id` and the sentence beside it. */
export interface Refusal {
	readonly id: string;
	readonly text: string;
}

const duplicateWindowMs = 30_000;

/** Checks a message in the order ban, warning, mode, duplicate, rate; only a message that passes all counts. @see https://dev.twitch.tv/docs/chat/irc/ */
export function refuseMessage(
	room: Room,
	author: EmulatedUser,
	text: string,
	now: number,
	budget: MessageBudget
): Refusal | undefined {
	return (
		refuseBanned(room, author, now) ??
		refuseWarned(room, author) ??
		refuseByMode(room, author, text, now) ??
		refuseDuplicate(room, author, text, now) ??
		budget.refuse(room, author, now)
	);
}

/** Refuses an account that is banned or timed out. */
export function refuseBanned(room: Room, author: EmulatedUser, now: number): Refusal | undefined {
	const until = room.bannedUntil.get(author.id);
	if (until === undefined || until <= now) return undefined;
	const channel = room.owner.login;
	if (until === Infinity) return { id: 'msg_banned', text: `You are permanently banned from talking in ${channel}.` };
	const seconds = Math.ceil((until - now) / 1000);
	return { id: 'msg_timedout', text: `You are timed out for ${seconds} more seconds.` };
}

function refuseWarned(room: Room, author: EmulatedUser): Refusal | undefined {
	if (!room.warned.has(author.id)) return undefined;
	return { id: 'msg_warned', text: 'A moderator warned you: acknowledge the warning before you talk again.' };
}

function refuseByMode(room: Room, author: EmulatedUser, text: string, now: number): Refusal | undefined {
	const channel = room.owner.login;
	const { modes } = room;
	if (isPrivileged(author, channel)) return undefined;
	if (modes.subscribersOnly && !isSubscriber(author, channel))
		return { id: 'msg_subsonly', text: `This room is in subscribers-only mode: subscribe to ${channel} to talk.` };
	if (modes.emoteOnly && !findEmotes(text, author).only)
		return { id: 'msg_emoteonly', text: 'This room is in emote-only mode.' };
	if (modes.uniqueChat && room.hasText(text))
		return { id: 'msg_r9k', text: 'This room is in unique-chat mode and the message is not unique.' };
	return refuseStranger(room, author, now) ?? refuseSlow(room, author, now);
}

function refuseStranger(room: Room, author: EmulatedUser, now: number): Refusal | undefined {
	const minutes = room.modes.followersOnlyMinutes;
	if (minutes < 0) return undefined;
	const channel = room.owner.login;
	const followedAt = author.standings[channel]?.followedAt;
	if (followedAt === undefined && minutes === 0)
		return { id: 'msg_followersonly_zero', text: `This room is in followers-only mode: follow ${channel} to talk.` };
	if (followedAt === undefined)
		return { id: 'msg_followersonly', text: `This room is in ${minutes}-minute followers-only mode.` };
	if (now - followedAt >= minutes * 60_000) return undefined;
	return {
		id: 'msg_followersonly_followed',
		text: `This room is in ${minutes}-minute followers-only mode and you have not followed for long enough.`
	};
}

function refuseSlow(room: Room, author: EmulatedUser, now: number): Refusal | undefined {
	const last = room.lastPosts.get(author.id);
	if (!last) return undefined;
	const seconds = Math.ceil((last.sentAt + room.modes.slowSeconds * 1000 - now) / 1000);
	if (seconds <= 0) return undefined;
	return { id: 'msg_slowmode', text: `This room is in slow mode. You can talk again in ${seconds} seconds.` };
}

function refuseDuplicate(room: Room, author: EmulatedUser, text: string, now: number): Refusal | undefined {
	const last = room.lastPosts.get(author.id);
	if (last?.text !== text || now - last.sentAt >= duplicateWindowMs) return undefined;
	return { id: 'msg_duplicate', text: 'Your message was not sent: it is the same as your last one.' };
}
