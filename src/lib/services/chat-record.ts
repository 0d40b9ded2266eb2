import { formatChannel, type ChannelRef } from '#lib/model/channel.ts';
import { eventChannel, type ChatEvent } from '#lib/model/chat.ts';
import * as v from 'valibot';

/** A line as it is kept; one that was taken back says how. */
export interface KeptLine {
	readonly event: LineEvent;
	readonly removed: KeptRemoval | false;
}

/** How a kept line was taken back. */
export type KeptRemoval =
	| { readonly type: 'deletion' | 'clear' }
	/** As in `ChatEvent`: a ban has no duration. */
	| { readonly type: 'timeout'; readonly durationSeconds?: number };

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
	removed: v.union([
		v.literal(false),
		v.object({ type: v.picklist(['deletion', 'clear']) }),
		v.object({ type: v.literal('timeout'), durationSeconds: v.exactOptional(time) })
	])
});

const record = v.object({
	version: v.literal(version),
	seenUntil: time,
	cursor: v.exactOptional(v.pipe(v.string(), v.maxLength(64))),
	lines: v.array(v.unknown())
});

/** What is kept of one channel. */
export interface ChatRecord {
	/** Epoch ms until when the channel was read. */
	readonly seenUntil: number;
	/** As in `ChatConnection`: all that came before it is kept. */
	readonly cursor?: string;
	readonly lines: readonly KeptLine[];
}

/** Makes what is stored of a record. */
export function toStoredChat({ seenUntil, cursor, lines }: ChatRecord): unknown {
	return { version, seenUntil, ...(cursor !== undefined && { cursor }), lines };
}

/** Reads what was stored of a channel; lines that are none, or another channel's, are left out. */
export function parseStoredChat(value: unknown, channel: ChannelRef): ChatRecord | undefined {
	const stored = v.safeParse(record, value);
	if (!stored.success) return undefined;
	const { lines, seenUntil, cursor } = stored.output;
	const own = lines.filter(isKeptLine).filter(({ event }) => belongsTo(event, channel));
	return { seenUntil, ...(cursor !== undefined && { cursor }), lines: own };
}

function isKeptLine(value: unknown): value is KeptLine {
	return v.is(line, value);
}

function belongsTo(event: LineEvent, channel: ChannelRef): boolean {
	return formatChannel(eventChannel(event)) === formatChannel(channel);
}
