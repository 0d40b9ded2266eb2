import type { ChannelRef } from '#lib/model/channel.ts';
import type { Badge, ChatAuthor, ChatEvent, ChatNotice, NoticeKind, Role } from '#lib/model/chat.ts';
import { cleanText } from '#lib/model/clean-text.ts';
import { cutText } from '#lib/model/text-fragments.ts';
import { parseThetaMessage, type ThetaFields, type ThetaUser } from './theta-message.ts';
import { timetokenTime } from './timetoken.ts';

const longestText = 500;
const longestName = 64;
const dayMs = 24 * 60 * 60_000;
const raidWording = /\bhas raided the stream\b(?:.*?\b(\d{1,7}) viewers?\b)?/;

/** What a PubNub message is delivered with. */
export interface ThetaMessageMeta {
	readonly channel: ChannelRef;
	readonly timetoken: string;
	/** Epoch ms. */
	readonly receivedAt: number;
}

type NoticeParts = Partial<Pick<ChatNotice, 'systemText' | 'amount' | 'currency' | 'itemName'>> & {
	readonly by?: ThetaUser | null | undefined;
	readonly note?: string | null | undefined;
};

/**
 * Decodes what was published on `chat.{user id}`; what cannot be read, or has nothing to show, is `undefined`.
 * @see https://github.com/slivertv/thetatv-app-docs
 */
export function decodeThetaMessage(payload: unknown, meta: ThetaMessageMeta): ChatEvent | undefined {
	const message = parseThetaMessage(payload);
	if (!message) return undefined;
	if (message.type === 'chat_message' || message.type.startsWith('chat_message_'))
		return decodeLine(message.data, meta);
	return decodeNotice(message.type, message.data, meta);
}

function decodeLine(data: ThetaFields, meta: ThetaMessageMeta): ChatEvent | undefined {
	const text = readable(data.text, longestText);
	if (text === '') return undefined;
	return {
		type: 'message',
		message: {
			id: data.message_id ?? meta.timetoken,
			channel: meta.channel,
			author: data.user ? toAuthor(data.user, meta) : someone,
			text,
			fragments: cutText(text),
			sentAt: sentAt(data, meta),
			action: false,
			firstMessage: false,
			highlighted: false
		}
	};
}

function decodeNotice(type: string, data: ThetaFields, meta: ThetaMessageMeta): ChatEvent | undefined {
	const read = notices.get(type);
	if (!read) return decodeSystemText(type, data, meta);
	const [kind, parts] = read(data);
	return notice(kind, data, meta, parts);
}

type NoticeReader = (data: ThetaFields) => readonly [NoticeKind, NoticeParts?];

const notices: ReadonlyMap<string, NoticeReader> = new Map<string, NoticeReader>([
	['donation', (data) => ['tip', { ...tfuel(data.tfuel), by: data.sender ?? data.user, note: data.note }]],
	['donation_gift', ({ gift, note }) => ['tip', { ...giftTip(gift), note }]],
	['gift_item', ({ item, note }) => ['gift', { amount: 1, ...itemName(item?.name), note }]],
	[
		'subscribe',
		({ sub }) => (sub?.gifter ? ['gift', { amount: 1, by: sub.gifter }] : ['subscription', amount(sub?.count)])
	],
	['follow', () => ['follow']],
	[
		'hello_message',
		({ metadata, text }) => ['arrival', { systemText: readable(metadata?.message ?? text, longestText) }]
	],
	['level_up', ({ user }) => ['level', amount(user?.channel_xp?.level)]],
	['turn_on_channel', () => ['stream-online']],
	['turn_off_channel', () => ['stream-offline']]
]);

/** A raid has no type of its own: THETA.tv told of it in words. */
function decodeSystemText(type: string, data: ThetaFields, meta: ThetaMessageMeta): ChatEvent | undefined {
	const text = readable(data.text, longestText);
	if (text === '') return undefined;
	const raid = type === 'system_chat_message' ? raidWording.exec(text) : null;
	if (!raid) return notice('system', data, meta);
	return notice('raid', data, meta, raid[1] === undefined ? {} : { amount: Number(raid[1]) });
}

function notice(kind: NoticeKind, data: ThetaFields, meta: ThetaMessageMeta, parts: NoticeParts = {}): ChatEvent {
	const { by = data.user, note, ...known } = parts;
	return {
		type: 'notice',
		notice: {
			id: data.message_id ?? meta.timetoken,
			channel: meta.channel,
			kind,
			...(by ? { author: toAuthor(by, meta) } : {}),
			systemText: readable(data.text, longestText),
			fragments: cutText(readable(note, longestText)),
			sentAt: sentAt(data, meta),
			...known
		}
	};
}

/** The author of a line whose author is not told; the page has a word for that. */
const someone: ChatAuthor = { userId: '', login: '', displayName: '', badges: [], roles: [] };

function toAuthor(user: ThetaUser, meta: ThetaMessageMeta): ChatAuthor {
	const name = readable(user.username, longestName);
	const roles = toRoles(user, meta);
	return { userId: user.id, login: name.toLowerCase(), displayName: name, badges: toBadges(roles, user), roles };
}

/** THETA.tv sent no badges: these say what the user's fields say. */
function toBadges(roles: readonly Role[], { sub }: ThetaUser): readonly Badge[] {
	return roles.map((role) => ({ set: role, version: String(role === 'subscriber' ? (sub?.count ?? 1) : 1) }));
}

/** THETA.tv marks neither moderators nor staff. */
function toRoles(user: ThetaUser, { channel, receivedAt }: ThetaMessageMeta): readonly Role[] {
	const periodEnd = user.sub?.current_period_end ?? 0;
	const roles: Role[] = [];
	if (user.id === channel.key) roles.push('broadcaster');
	if (periodEnd > receivedAt) roles.push('subscriber');
	return roles;
}

/** A message says itself when it was sent; a time far from PubNub's own is not believed. */
function sentAt({ timestamp }: ThetaFields, { timetoken, receivedAt }: ThetaMessageMeta): number {
	const publishedAt = timetokenTime(timetoken) ?? receivedAt;
	return timestamp && Math.abs(timestamp - publishedAt) < dayMs ? timestamp : publishedAt;
}

/** THETA.tv's own sentence names the gift and not what it was worth. */
function giftTip(gift: ThetaFields['gift']): NoticeParts {
	const known = typeof gift?.tfuel === 'number' && typeof gift.name === 'string';
	return { ...tfuel(gift?.tfuel), ...itemName(gift?.name), ...(known ? { systemText: '' } : {}) };
}

function tfuel(value: number | null | undefined): Pick<ChatNotice, 'amount' | 'currency'> {
	return { ...amount(value), currency: 'TFuel' };
}

function amount(value: number | null | undefined): { readonly amount?: number } {
	return typeof value === 'number' && value >= 0 ? { amount: value } : {};
}

function itemName(name: string | null | undefined): { readonly itemName?: string } {
	const readableName = readable(name, longestName);
	return readableName === '' ? {} : { itemName: readableName };
}

function readable(text: string | null | undefined, limit: number): string {
	const cleaned = cleanText(text ?? '').trim();
	return cleaned.length <= limit ? cleaned : [...cleaned].slice(0, limit).join('');
}
