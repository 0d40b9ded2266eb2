import type { ChannelRef } from '#lib/model/channel.ts';
import type { ChatNotice, NoticeKind } from '#lib/model/chat.ts';
import { cleanText } from '#lib/model/clean-text.ts';
import { decodeAuthor } from './chat-author.ts';
import type { DecodeContext } from './decode-context.ts';
import { cutEmotes } from './emote-fragments.ts';
import type { IrcMessage, IrcTags } from './irc.ts';
import { decodeSentAt } from './sent-at.ts';

const kinds: Readonly<Record<string, NoticeKind>> = {
	sub: 'subscription',
	resub: 'subscription',
	giftpaidupgrade: 'subscription',
	anongiftpaidupgrade: 'subscription',
	primepaidupgrade: 'subscription',
	extendsub: 'subscription',
	subgift: 'gift',
	anonsubgift: 'gift',
	submysterygift: 'gift',
	anonsubmysterygift: 'gift',
	standardpayforward: 'gift',
	communitypayforward: 'gift',
	primecommunitygiftreceived: 'gift',
	rewardgift: 'gift',
	raid: 'raid',
	unraid: 'raid',
	announcement: 'announcement',
	bitsbadgetier: 'milestone',
	viewermilestone: 'milestone',
	modiversary: 'milestone',
	ritual: 'milestone'
};

const longestText = 1_500;

const amountTags: Partial<Record<NoticeKind, string>> = {
	subscription: 'msg-param-cumulative-months',
	gift: 'msg-param-mass-gift-count',
	raid: 'msg-param-viewerCount',
	milestone: 'msg-param-value'
};

/** Makes the notice of a USERNOTICE; an unknown kind keeps the platform's own sentence. @see https://dev.twitch.tv/docs/chat/irc#usernotice-tags */
export function decodeUserNotice(line: IrcMessage, channel: ChannelRef, context: DecodeContext): ChatNotice {
	const { tags } = line;
	const kind = kindOf(tags);
	const amountTag = amountTags[kind];
	const amount = amountTag === undefined ? 0 : Number(tags.get(amountTag) ?? '');
	return {
		id: tags.get('id') || context.createId(),
		channel,
		kind,
		author: decodeAuthor(tags, tags.get('login') ?? ''),
		systemText: cleanText((tags.get('system-msg') ?? '').slice(0, longestText)).trim(),
		fragments: cutEmotes((line.params[1] ?? '').slice(0, longestText), tags.get('emotes') ?? ''),
		sentAt: decodeSentAt(tags, context.receivedAt),
		...(Number.isSafeInteger(amount) && amount > 0 && { amount })
	};
}

/** A notice mirrored from a shared chat carries its real kind apart. */
function kindOf(tags: IrcTags): NoticeKind {
	const messageId = tags.get('msg-id') ?? '';
	const kind = messageId === 'sharedchatnotice' ? (tags.get('source-msg-id') ?? '') : messageId;
	return (Object.hasOwn(kinds, kind) ? kinds[kind] : undefined) ?? 'system';
}
