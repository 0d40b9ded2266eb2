import type { EmulatedUser } from '../emulated-user.ts';
import type { Room } from '../irc/room.ts';
import { toEventUser } from '../notifications.ts';
import { randomUuid } from '../random-text.ts';
import { toEventMessage, type QueueParts } from './queue-parts.ts';

/** How a suspicious account is treated, in EventSub's words. */
export type Treatment = 'none' | 'active_monitoring' | 'restricted';

/** What a suspicious account says. */
export interface SuspiciousLine {
	readonly channel: string;
	readonly login: string;
	readonly text: string;
	/** As it was treated before where it is not said. */
	readonly treatment?: Treatment | undefined;
}

/** Accounts that a streamer has an eye on; each change is told. @see https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelsuspicious_usermessage */
export class SuspiciousUsers {
	readonly #parts: QueueParts;
	readonly #treatments = new WeakMap<Room, ReadonlyMap<string, Treatment>>();

	constructor(parts: QueueParts) {
		this.#parts = parts;
	}

	treatmentOf(room: Room, user: EmulatedUser): Treatment {
		return this.#treatments.get(room)?.get(user.id) ?? 'none';
	}

	/** Treats an account in another way and tells who decided so. */
	treat(room: Room, user: EmulatedUser, { treatment, moderator }: { treatment: Treatment; moderator: EmulatedUser }) {
		this.#keep(room, user, treatment);
		this.#parts.notifications.tell('channel.suspicious_user.update', room.owner, {
			...toEventUser(moderator, 'moderator_'),
			...toEventUser(user),
			low_trust_status: treatment
		});
	}

	/** A suspicious account says something, which chat does not read while it is restricted; returns the message's id. */
	say({ channel, login, text, treatment }: SuspiciousLine): string {
		const { accounts, chat, notifications, random } = this.#parts;
		const room = chat.room(channel);
		const author = accounts.named(login);
		const now = treatment ?? this.treatmentOf(room, author);
		this.#keep(room, author, now);
		const id = now === 'restricted' ? randomUuid(random) : chat.post(room, { author, text });
		notifications.tell('channel.suspicious_user.message', room.owner, {
			...toEventUser(author),
			low_trust_status: now,
			shared_ban_channel_ids: [],
			types: ['ban_evader'],
			ban_evasion_evaluation: 'possible',
			message: { message_id: id, ...toEventMessage(text) }
		});
		return id;
	}

	#keep(room: Room, { id }: EmulatedUser, treatment: Treatment): void {
		this.#treatments.set(room, new Map(this.#treatments.get(room)).set(id, treatment));
	}
}
