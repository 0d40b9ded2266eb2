import type { ChatMessage, Payment, PowerUp, ReplyParent } from '#lib/model/chat.ts';
import { cleanText } from '#lib/model/clean-text.ts';
import { decodeName } from './chat-author.ts';
import type { IrcTags } from './irc.ts';
import { decodeSource } from './shared-source.ts';
import { parseTagNumber } from './tag-number.ts';

const currencyPattern = /^[A-Z]{3}$/;

type Relations = Pick<ChatMessage, 'replyTo' | 'returning' | 'source'>;

const powerUps: ReadonlyMap<string, PowerUp> = new Map([
	['animated-message', 'effect'],
	['gigantified-emote-message', 'gigantified']
]);

/** What was paid for a message, in whatever coin; `undefined` for most. @see https://dev.twitch.tv/docs/chat/irc#privmsg-tags */
export function decodeSpending(
	tags: IrcTags,
	messageId: string | undefined
): Pick<ChatMessage, 'bits' | 'payment' | 'powerUp' | 'rewardId'> | undefined {
	const bits = parseTagNumber(tags.get('bits'));
	const payment = decodePayment(tags);
	const powerUp = messageId === undefined ? undefined : powerUps.get(messageId);
	const rewardId = tags.get('custom-reward-id');
	if (!bits && !payment && !powerUp && !rewardId) return undefined;
	return {
		...(bits && { bits }),
		...(payment && { payment }),
		...(powerUp && { powerUp }),
		...(rewardId && { rewardId })
	};
}

/** What a message has to do with others; `undefined` for most. @see https://dev.twitch.tv/docs/chat/irc#privmsg-tags */
export function decodeRelations(tags: IrcTags): Relations | undefined {
	const replyTo = decodeReplyParent(tags);
	const returning = tags.get('returning-chatter') === '1';
	const source = decodeSource(tags);
	if (!replyTo && !returning && !source) return undefined;
	const relations: { -readonly [Key in keyof Relations]: Relations[Key] } = {};
	if (replyTo) relations.replyTo = replyTo;
	if (returning) relations.returning = returning;
	if (source) relations.source = source;
	return relations;
}

function decodeReplyParent(tags: IrcTags): ReplyParent | undefined {
	const messageId = tags.get('reply-parent-msg-id');
	if (!messageId) return undefined;
	return {
		messageId,
		displayName: decodeName(tags.get('reply-parent-display-name')) || decodeName(tags.get('reply-parent-user-login')),
		text: cleanText(tags.get('reply-parent-msg-body') ?? '')
	};
}

/** The amount counts the currency's smallest unit. */
function decodePayment(tags: IrcTags): Payment | undefined {
	const amount = parseTagNumber(tags.get('pinned-chat-paid-amount'));
	if (!amount) return undefined;
	const currency = tags.get('pinned-chat-paid-currency') ?? '';
	const exponent = parseTagNumber(tags.get('pinned-chat-paid-exponent')) ?? 2;
	return currencyPattern.test(currency) ? { amount: amount / 10 ** Math.min(exponent, 6), currency } : undefined;
}
