import { formatChannel } from './channel.ts';
import type { ChatEvent, ChatMessage } from './chat.ts';

/** How a message was taken back. */
export type Removal = 'deletion' | 'timeout' | 'ban' | 'clear';

/** What takes messages back. */
export type RemovalEvent = Extract<ChatEvent, { readonly type: 'deletion' | 'timeout' | 'clear' }>;

/** How an event takes a message back, or `undefined` when it does not concern it. */
export function removalOf(message: ChatMessage, event: ChatEvent): Removal | undefined {
	if (event.type !== 'deletion' && event.type !== 'timeout' && event.type !== 'clear') return undefined;
	if (formatChannel(event.channel) !== formatChannel(message.channel) || isSpared(message, event)) return undefined;
	switch (event.type) {
		case 'deletion':
			return event.messageId === message.id ? 'deletion' : undefined;
		case 'timeout':
			if (event.userId !== message.author.userId) return undefined;
			return event.durationSeconds === undefined ? 'ban' : 'timeout';
		case 'clear':
			return 'clear';
	}
}

/** An event that was looked up later does not concern what was sent after it. */
function isSpared(message: ChatMessage, event: RemovalEvent): boolean {
	return event.type !== 'deletion' && event.at !== undefined && message.sentAt > event.at;
}
