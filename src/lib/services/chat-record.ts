import { formatChannel, type ChannelRef } from '#lib/model/channel.ts';
import { eventChannel, type ChatEvent } from '#lib/model/chat.ts';
import * as v from 'valibot';

/** A line as it is kept; one that was taken back stays marked. */
export interface KeptLine {
	readonly event: LineEvent;
	readonly removed: boolean;
}

/** An event that is a line of chat. */
export type LineEvent = Extract<ChatEvent, { readonly type: 'message' | 'notice' | 'gap' }>;

const version = 1;
const text = v.pipe(v.string(), v.maxLength(4_000));
const time = v.pipe(v.number(), v.finite());
const channel = v.object({ platform: text, key: text });

/** Kinds of fragments that a newer page wrote have a text at least. */
const fragment = v.union([
	v.looseObject({ type: v.literal('emote'), text, emote: v.looseObject({ provider: text, id: text, name: text }) }),
	v.looseObject({ type: v.literal('mention'), text, login: text }),
	v.looseObject({ type: v.literal('link'), text, url: text }),
	v.looseObject({ type: v.pipe(v.string(), v.regex(/^(?!(?:emote|mention|link)$)/)), text })
]);

const author = v.looseObject({
	userId: text,
	login: text,
	displayName: text,
	color: v.exactOptional(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/))),
	badges: v.array(v.looseObject({ set: text, version: text })),
	roles: v.array(text)
});

const message = v.looseObject({
	id: text,
	channel,
	author,
	text,
	fragments: v.array(fragment),
	sentAt: time,
	action: v.boolean(),
	firstMessage: v.boolean(),
	highlighted: v.boolean(),
	bits: v.exactOptional(v.number()),
	replyTo: v.exactOptional(v.looseObject({ messageId: text, displayName: text, text }))
});

const notice = v.looseObject({
	id: text,
	channel,
	kind: text,
	author: v.exactOptional(author),
	systemText: text,
	fragments: v.array(fragment),
	sentAt: time,
	amount: v.exactOptional(v.number()),
	itemName: v.exactOptional(text)
});

const line = v.object({
	event: v.variant('type', [
		v.object({ type: v.literal('message'), message }),
		v.object({ type: v.literal('notice'), notice }),
		v.object({ type: v.literal('gap'), gap: v.object({ id: text, channel, from: time, to: time }) })
	]),
	removed: v.boolean()
});

const record = v.object({ version: v.literal(version), seenUntil: time, lines: v.array(v.unknown()) });

/** What is kept of one channel. */
export interface ChatRecord {
	/** Epoch ms until when the channel was read. */
	readonly seenUntil: number;
	readonly lines: readonly KeptLine[];
}

/** Makes what is stored of a record. */
export function toStoredChat({ seenUntil, lines }: ChatRecord): unknown {
	return { version, seenUntil, lines };
}

/** Reads what was stored of a channel; lines that are none, or another channel's, are left out. */
export function parseStoredChat(value: unknown, channel: ChannelRef): ChatRecord | undefined {
	const stored = v.safeParse(record, value);
	if (!stored.success) return undefined;
	const { seenUntil, lines } = stored.output;
	return { seenUntil, lines: lines.filter(isKeptLine).filter(({ event }) => belongsTo(event, channel)) };
}

function isKeptLine(value: unknown): value is KeptLine {
	return v.is(line, value);
}

function belongsTo(event: LineEvent, channel: ChannelRef): boolean {
	return formatChannel(eventChannel(event)) === formatChannel(channel);
}
