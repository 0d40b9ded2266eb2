import { clearChat, deleteMessage } from '../helix/chat-moderation.ts';
import type { Command } from './command.ts';

/** Taking messages back. */
export const messageCommands: readonly Command[] = [
	{
		name: 'delete',
		usage: '<message-id>',
		parse(words) {
			const messageId = words.trim();
			if (!/^[\w-]{1,64}$/.test(messageId)) return undefined;
			return ({ helix, broadcasterId }) => deleteMessage(helix, broadcasterId, messageId);
		}
	},
	{
		name: 'clear',
		usage: '',
		parse: (words) => (words ? undefined : ({ helix, broadcasterId }) => clearChat(helix, broadcasterId))
	}
];
