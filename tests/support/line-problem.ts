import { cleanText } from '#lib/model/clean-text.ts';
import type { ChatEvent } from '#lib/model/chat.ts';
import { fragmentsText } from '#lib/model/fragment.ts';
import { decodeLine } from '#lib/platforms/twitch/chat-codec.ts';
import { parseIrcMessage, type IrcMessage } from '#lib/platforms/twitch/irc.ts';

const context = { receivedAt: 0, createId: () => 'made-up' };

/** What the parser or the codec makes of a line that it must not make of any; `undefined` where all is well. */
export function lineProblem(text: string): string | undefined {
	try {
		const line = parseIrcMessage(text);
		const event = line && decodeLine(line, context);
		if (!line) return undefined;
		return tagProblem(line) ?? (event && textProblem(line, event));
	} catch (error) {
		return `threw ${String(error)}`;
	}
}

/** A tag that is asked for is the last one of those that are listed. */
function tagProblem({ tags }: IrcMessage): string | undefined {
	for (const [key, value] of new Map(tags)) {
		if (tags.get(key) !== value) return `the tag ${key} is read as ${tags.get(key)} and listed as ${value}`;
	}
	return undefined;
}

function textProblem(line: IrcMessage, event: ChatEvent): string | undefined {
	if (event.type !== 'message' && event.type !== 'notice') return undefined;
	const { fragments } = event.type === 'message' ? event.message : event.notice;
	const shown = fragmentsText(fragments);
	if (event.type === 'message' && event.message.text !== shown) return 'the text is not the sum of its fragments';
	const sent = event.type === 'message' ? withoutAction(line.params[1] ?? '') : (line.params[1] ?? '');
	return comparable(shown) === comparable(cleanText(sent)) ? undefined : 'text was lost or added';
}

function withoutAction(text: string): string {
	return text.startsWith('\u0001ACTION ') ? text.slice('\u0001ACTION '.length) : text;
}

/** Where an emote ends, marks are counted anew; and the first 1,000 characters are enough, for longer text is cut. */
function comparable(text: string): string {
	return text.replaceAll(/\p{Mn}/gu, '').slice(0, 1_000);
}
