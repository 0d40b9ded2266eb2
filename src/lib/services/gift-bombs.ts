import type { ChatEvent, ChatNotice } from '#lib/model/chat.ts';

const rememberedLines = 50;
const mostNames = 20;

interface GiftLine {
	readonly notice: ChatNotice;
	/** How many recipients were told, the unnamed ones included. */
	readonly given: number;
}

/**
 * Makes one line of a gift bomb, which arrives as a notice for all and one for each recipient, in any order: the first
 * of them stays, and grows by every further one.
 */
export class GiftBombs {
	readonly #lines = new Map<string, GiftLine>();

	/** The event to tell instead; what is no part of a gift bomb is told as it is. */
	take(event: ChatEvent): ChatEvent {
		if (event.type !== 'notice') return event;
		const key = giftKey(event.notice);
		if (key === undefined) return event;
		const line = this.#lines.get(key);
		const grown = line ? growGift(line, event.notice) : { notice: event.notice, given: recipientCount(event.notice) };
		this.#lines.set(key, grown);
		if (this.#lines.size > rememberedLines) this.#lines.delete(this.#lines.keys().next().value as string);
		return line ? { type: 'notice-change', notice: grown.notice } : event;
	}
}

/** What the gifts of one act have in common, in whichever room of a shared chat they are read. */
function giftKey({ kind, originId, channel, author }: ChatNotice): string | undefined {
	if (kind !== 'gift' || originId === undefined) return undefined;
	return `${channel.platform}/${author?.userId ?? ''}/${originId}`;
}

function growGift(line: GiftLine, notice: ChatNotice): GiftLine {
	const given = line.given + recipientCount(notice);
	return {
		given,
		notice: {
			...line.notice,
			systemText: sentenceForAll(line.notice, notice),
			amount: Math.max(line.notice.amount ?? 0, notice.amount ?? 0, given),
			recipients: [...(line.notice.recipients ?? []), ...(notice.recipients ?? [])].slice(0, mostNames)
		}
	};
}

/** The platform's sentence about one gift says too little once there are more. */
function sentenceForAll(line: ChatNotice, notice: ChatNotice): string {
	if (notice.recipients === undefined) return notice.systemText;
	return line.amount === undefined ? '' : line.systemText;
}

function recipientCount({ recipients }: ChatNotice): number {
	return recipients?.length ?? 0;
}
