import { isPrivileged, type EmulatedUser } from '../emulated-user.ts';
import type { Refusal } from './refusal.ts';
import type { Room } from './room.ts';
import { SlidingWindow } from './sliding-window.ts';

const windowMs = 30_000;
const plainLimit = 20;
const privilegedLimit = 100;
const channelIntervalMs = 1000;
const lockMs = 60 * 60_000;

const rateLimited: Refusal = { id: 'msg_ratelimit', text: 'Your message was not sent: you are sending too quickly.' };

/** How much each account may write, with all of its connections together. @see https://dev.twitch.tv/docs/chat/#rate-limits */
export class MessageBudget {
	readonly #window = new SlidingWindow(windowMs);
	readonly #lockedUntil = new Map<string, number>();

	/** Counts a message, or refuses it; one too many locks the account out for an hour wherever it is not privileged. */
	refuse(room: Room, author: EmulatedUser, now: number): Refusal | undefined {
		const privileged = isPrivileged(author, room.owner.login);
		if (!privileged && now < (this.#lockedUntil.get(author.id) ?? 0)) return rateLimited;
		const last = room.lastPosts.get(author.id);
		if (!privileged && last && now - last.sentAt < channelIntervalMs) return rateLimited;
		if (this.#window.take(author.id, privileged ? privilegedLimit : plainLimit, now)) return undefined;
		if (!privileged) this.#lockedUntil.set(author.id, now + lockMs);
		return rateLimited;
	}

	clear(): void {
		this.#window.clear();
		this.#lockedUntil.clear();
	}
}
