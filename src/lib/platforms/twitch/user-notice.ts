import type { ChannelRef } from '#lib/model/channel.ts';
import type { AnnouncementColor, ChatNotice, SubscriptionTier } from '#lib/model/chat.ts';
import { cleanText } from '#lib/model/clean-text.ts';
import { decodeAuthor, decodeName } from './chat-author.ts';
import type { DecodeContext } from './decode-context.ts';
import { cutEmotes } from './emote-fragments.ts';
import type { IrcMessage, IrcTags } from './irc.ts';
import { noticeShape } from './notice-kinds.ts';
import { decodeSentAt } from './sent-at.ts';
import { decodeSource } from './shared-source.ts';
import { parseTagNumber } from './tag-number.ts';

const longestText = 1_500;

const tiers: ReadonlyMap<string, SubscriptionTier> = new Map([
	['Prime', 'prime'],
	['1000', '1'],
	['2000', '2'],
	['3000', '3']
]);

const colors: ReadonlyMap<string, AnnouncementColor> = new Map([
	['PRIMARY', 'primary'],
	['BLUE', 'blue'],
	['GREEN', 'green'],
	['ORANGE', 'orange'],
	['PURPLE', 'purple']
]);

/** The hash of nothing: Twitch's origin of gifts that belong to no other. */
const noOrigin = 'da 39 a3 ee 5e 6b 4b 0d 32 55 bf ef 95 60 18 90 af d8 07 09';

/** Makes the notice of a USERNOTICE; an unknown kind keeps the platform's own sentence. @see https://dev.twitch.tv/docs/chat/irc#usernotice-tags */
export function decodeUserNotice(line: IrcMessage, channel: ChannelRef, context: DecodeContext): ChatNotice {
	const { tags } = line;
	const messageId = realMessageId(tags);
	const { kind, amountTag } = noticeShape(messageId);
	const amount = amountTag === undefined ? undefined : parseTagNumber(tags.get(amountTag));
	const source = decodeSource(tags);
	return {
		id: tags.get('id') || context.createId(),
		channel,
		kind,
		author: decodeAuthor(tags, tags.get('login') ?? ''),
		systemText: cleanText((tags.get('system-msg') ?? '').slice(0, longestText)).trim(),
		fragments: cutEmotes((line.params[1] ?? '').slice(0, longestText), tags.get('emotes') ?? ''),
		sentAt: decodeSentAt(tags, context.receivedAt),
		...(amount && { amount }),
		...decodeSubscription(tags, messageId),
		...decodeGift(tags),
		...decodeColor(tags),
		...(source && { source })
	};
}

/** A notice mirrored from a shared chat carries its real kind apart. */
function realMessageId(tags: IrcTags): string {
	const messageId = tags.get('msg-id') ?? '';
	return messageId === 'sharedchatnotice' ? (tags.get('source-msg-id') ?? '') : messageId;
}

function decodeSubscription(tags: IrcTags, messageId: string): Pick<ChatNotice, 'tier' | 'streak'> {
	const tier = tiers.get(tags.get('msg-param-sub-plan') ?? '');
	const streakTag = messageId === 'viewermilestone' ? 'msg-param-value' : 'msg-param-streak-months';
	const streak = parseTagNumber(tags.get(streakTag));
	return { ...(tier && { tier }), ...(streak && { streak }) };
}

/** Gifts of one act share an origin; only what was given to all comes without a recipient. */
function decodeGift(tags: IrcTags): Pick<ChatNotice, 'recipients' | 'originId'> {
	const recipient =
		decodeName(tags.get('msg-param-recipient-display-name')) || decodeName(tags.get('msg-param-recipient-user-name'));
	const originId = tags.get('msg-param-community-gift-id') || tags.get('msg-param-origin-id');
	return { ...(recipient && { recipients: [recipient] }), ...(originId && originId !== noOrigin && { originId }) };
}

function decodeColor(tags: IrcTags): Pick<ChatNotice, 'color'> {
	const color = colors.get(tags.get('msg-param-color') ?? '');
	return color ? { color } : {};
}
