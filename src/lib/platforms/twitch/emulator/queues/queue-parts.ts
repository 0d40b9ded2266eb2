import type { Accounts } from '../accounts.ts';
import type { Chat } from '../irc/chat.ts';
import type { Notifications } from '../notifications.ts';

/** What the queues of moderation work on. */
export interface QueueParts {
	readonly accounts: Accounts;
	readonly chat: Chat;
	readonly notifications: Notifications;
	readonly random: () => number;
}

/** A message as EventSub's events of moderation hold it. */
export function toEventMessage(text: string) {
	return { text, fragments: [{ type: 'text', text, cheermote: null, emote: null }] };
}
