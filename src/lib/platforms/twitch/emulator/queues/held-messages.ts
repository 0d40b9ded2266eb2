import type { EmulatedUser } from '../emulated-user.ts';
import type { Room } from '../irc/room.ts';
import { toEventUser } from '../notifications.ts';
import { randomUuid } from '../random-text.ts';
import { toEventMessage, type QueueParts } from './queue-parts.ts';

/** A message that AutoMod is to hold. */
export interface HeldDraft {
	readonly channel: string;
	readonly login: string;
	readonly text: string;
	/** `blocked_term` for a word that the streamer does not want to read. */
	readonly category?: string | undefined;
	/** 1 to 4. */
	readonly level?: number | undefined;
}

/** A message that AutoMod keeps from chat until somebody decides. */
export interface HeldMessage {
	readonly id: string;
	readonly room: Room;
	readonly author: EmulatedUser;
	readonly text: string;
	readonly category: string;
	readonly level: number;
	readonly heldAt: number;
	readonly status: 'held' | 'approved' | 'denied' | 'expired';
}

/** As long as a message waits for a decision. */
export const holdMs = 5 * 60_000;

/** What AutoMod holds; each change is told. @see https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#automodmessagehold-v2 */
export class HeldMessages {
	readonly #parts: QueueParts;
	readonly #messages = new Map<string, HeldMessage>();

	constructor(parts: QueueParts) {
		this.#parts = parts;
	}

	/** Holds a message; returns its id. */
	hold({ channel, login, text, category = 'swearing', level = 3 }: HeldDraft): string {
		const { accounts, chat, notifications, random } = this.#parts;
		const room = chat.room(channel);
		const author = accounts.named(login);
		const stamp = { id: randomUuid(random), heldAt: chat.clock.now(), status: 'held' } as const;
		const message = { ...stamp, room, author, text, category, level };
		this.#messages.set(message.id, message);
		notifications.tell('automod.message.hold', room.owner, toEvent(message));
		chat.clock.setTimeout(() => this.#expire(message), holdMs);
		return message.id;
	}

	/** A message of a room that still exists. */
	find(id: string): HeldMessage | undefined {
		const message = this.#messages.get(id);
		return message && this.#parts.chat.findRoom(message.room.owner.login) === message.room ? message : undefined;
	}

	/** Ends the wait of a message; an approved one is written into chat. */
	settle(message: HeldMessage, status: 'approved' | 'denied' | 'expired', moderator: EmulatedUser): void {
		const { chat, notifications } = this.#parts;
		this.#messages.set(message.id, { ...message, status });
		const { author, room, text } = message;
		if (status === 'approved') chat.post(room, { author, text });
		const decided = { ...toEvent(message), ...toEventUser(moderator, 'moderator_'), status };
		notifications.tell('automod.message.update', room.owner, decided);
	}

	#expire({ id }: HeldMessage): void {
		const message = this.find(id);
		if (message?.status === 'held') this.settle(message, 'expired', message.room.owner);
	}
}

function toEvent({ id, author, text, category, level, heldAt, room }: HeldMessage) {
	const whole = { start_pos: 0, end_pos: Math.max(0, [...text].length - 1) };
	const blocked = category === 'blocked_term';
	const term = { term_id: '1', boundary: whole, ...toEventUser(room.owner, 'owner_broadcaster_') };
	return {
		...toEventUser(author),
		message_id: id,
		message: toEventMessage(text),
		reason: blocked ? 'blocked_term' : 'automod',
		automod: blocked ? null : { category, level, boundaries: [whole] },
		blocked_term: blocked ? { terms_found: [term] } : null,
		held_at: new Date(heldAt).toISOString()
	};
}
