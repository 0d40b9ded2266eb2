import type { ChatEvent } from '../src/lib/model/chat.ts';
import { decodeLine } from '../src/lib/platforms/twitch/chat-codec.ts';
import { parseIrcMessage } from '../src/lib/platforms/twitch/irc.ts';

/** What a chat line needs, each in whatever form a parser gives it. */
export interface LineFields {
	readonly id: unknown;
	readonly userId: unknown;
	readonly name: unknown;
	readonly color: unknown;
	readonly badges: unknown;
	readonly emotes: unknown;
	readonly text: unknown;
}

/** The fields as they stand in the line, by our parser. */
export function readFields(text: string): LineFields | undefined {
	const line = parseIrcMessage(text);
	if (!line) return undefined;
	const { tags, params } = line;
	return {
		id: tags.get('id'),
		userId: tags.get('user-id'),
		name: tags.get('display-name'),
		color: tags.get('color'),
		badges: tags.get('badges'),
		emotes: tags.get('emotes'),
		text: params[1]
	};
}

const context = { receivedAt: 0, createId: () => 'none' };

/** The whole chat event, by our codec. */
export function decodeEvent(text: string): ChatEvent | undefined {
	const line = parseIrcMessage(text);
	return line && decodeLine(line, context);
}
