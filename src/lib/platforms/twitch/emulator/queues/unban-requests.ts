import type { EmulatedUser } from '../emulated-user.ts';
import type { Room } from '../irc/room.ts';
import { toEventUser } from '../notifications.ts';
import { randomUuid } from '../random-text.ts';
import type { QueueParts } from './queue-parts.ts';

/** Where a request stands, in Helix's words. */
export type UnbanRequestStatus = 'pending' | 'approved' | 'denied' | 'acknowledged' | 'canceled';

/** Somebody's wish to be let back in. */
export interface UnbanRequest {
	readonly id: string;
	readonly author: EmulatedUser;
	readonly text: string;
	readonly createdAt: number;
	readonly status: UnbanRequestStatus;
	readonly moderator?: EmulatedUser;
	readonly resolvedAt?: number;
	readonly resolution?: string;
}

/** How a request is answered. */
export interface UnbanResolution {
	readonly status: 'approved' | 'denied';
	readonly moderator: EmulatedUser;
	readonly text: string;
}

/** Requests to be unbanned; each change is told. @see https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelunban_requestcreate */
export class UnbanRequests {
	readonly #parts: QueueParts;
	readonly #requests = new WeakMap<Room, readonly UnbanRequest[]>();

	constructor(parts: QueueParts) {
		this.#parts = parts;
	}

	/** Newest first. */
	list(room: Room): readonly UnbanRequest[] {
		return this.#requests.get(room) ?? [];
	}

	/** A viewer, who is banned if they are not yet, asks to be let back in; returns the request's id. */
	file({ channel, login, text }: { readonly channel: string; readonly login: string; readonly text: string }): string {
		const { accounts, chat, notifications, random } = this.#parts;
		const room = chat.room(channel);
		const author = accounts.named(login);
		if (room.bannedUntil.get(author.id) !== Infinity) chat.ban(channel, login);
		const createdAt = chat.clock.now();
		const request: UnbanRequest = { id: randomUuid(random), author, text, createdAt, status: 'pending' };
		this.#requests.set(room, [request, ...this.list(room)]);
		notifications.tell('channel.unban_request.create', room.owner, {
			id: request.id,
			...toEventUser(author),
			text,
			created_at: new Date(createdAt).toISOString()
		});
		return request.id;
	}

	/** Answers a request that is pending; one that is approved ends the ban. */
	resolve(room: Room, request: UnbanRequest, { status, moderator, text }: UnbanResolution): UnbanRequest {
		const { chat, notifications } = this.#parts;
		const resolved = { ...request, status, moderator, resolvedAt: chat.clock.now(), resolution: text };
		this.#requests.set(
			room,
			this.list(room).map((one) => (one.id === request.id ? resolved : one))
		);
		const people = { ...toEventUser(moderator, 'moderator_'), ...toEventUser(request.author) };
		notifications.tell('channel.unban_request.resolve', room.owner, {
			id: request.id,
			...people,
			resolution_text: text,
			status
		});
		if (status === 'approved') {
			chat.unban(room.owner.login, request.author.login);
			notifications.tell('channel.unban', room.owner, people);
		}
		return resolved;
	}
}
