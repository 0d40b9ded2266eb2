import { toEventUser } from '../notifications.ts';
import { HeldMessages } from './held-messages.ts';
import type { QueueParts } from './queue-parts.ts';
import { SuspiciousUsers } from './suspicious-users.ts';
import { UnbanRequests } from './unban-requests.ts';

/** What waits for the people who look after a channel. */
export interface Queues {
	readonly held: HeldMessages;
	readonly unbanRequests: UnbanRequests;
	readonly suspicious: SuspiciousUsers;
	/** A viewer acknowledges that they were warned, and may write again. */
	acknowledge(warning: { readonly channel: string; readonly login: string }): void;
}

/** Creates the queues of an emulated Twitch. */
export function createQueues(parts: QueueParts): Queues {
	const { accounts, chat, notifications } = parts;
	return {
		held: new HeldMessages(parts),
		unbanRequests: new UnbanRequests(parts),
		suspicious: new SuspiciousUsers(parts),
		acknowledge({ channel, login }) {
			const room = chat.room(channel);
			const user = accounts.named(login);
			if (room.warned.delete(user.id)) notifications.tell('channel.warning.acknowledge', room.owner, toEventUser(user));
		}
	};
}
