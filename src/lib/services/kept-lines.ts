import type { ChatEvent } from '#lib/model/chat.ts';
import { removalOf } from '#lib/model/removal.ts';
import type { ChatRecord, KeptLine, KeptRemoval, LineEvent } from './chat-record.ts';

/** How many lines are kept of a channel. */
export const mostLines = 500;

/** The newest 500 lines, each where its time is. */
export function newestLines(lines: readonly KeptLine[]): KeptLine[] {
	return [...lines].sort((one, other) => timeOf(one) - timeOf(other)).slice(-mostLines);
}

/** What two pages that read the same channel know together, where they differ as `own` has it. */
export function mergeRecords(stored: ChatRecord | undefined, own: ChatRecord): ChatRecord {
	if (!stored) return { ...own, lines: newestLines(own.lines) };
	const lines = new Map(stored.lines.map((line) => [lineId(line), line]));
	for (const line of own.lines) {
		const known = lines.get(lineId(line));
		lines.set(lineId(line), known?.removed && !line.removed ? known : line);
	}
	const cursor = laterCursor(stored.cursor, own.cursor);
	return {
		seenUntil: Math.max(stored.seenUntil, own.seenUntil),
		...(cursor !== undefined && { cursor }),
		lines: newestLines([...lines.values()])
	};
}

/** The one of two cursors that is further on. */
export function laterCursor(one: string | undefined, other: string | undefined): string | undefined {
	return one !== undefined && (other === undefined || one > other) ? one : other;
}

/** The line as an event that is no line leaves it. */
export function changeLine(line: KeptLine, event: ChatEvent): KeptLine {
	if (event.type === 'notice-change') {
		const grown = line.event.type === 'notice' && line.event.notice.id === event.notice.id;
		return grown ? { ...line, event: { type: 'notice', notice: event.notice } } : line;
	}
	if (line.removed || line.event.type !== 'message' || !removalOf(line.event.message, event)) return line;
	return { ...line, removed: toKeptRemoval(event) };
}

/** The events that show kept lines again, as history. */
export function toHistoryEvents(lines: readonly KeptLine[]): readonly ChatEvent[] {
	return lines.flatMap(({ event, removed }): readonly ChatEvent[] => {
		switch (event.type) {
			case 'message': {
				const message = { ...event.message, historical: true } as const;
				return [{ type: 'message', message }, ...(removed ? [toRemovalEvent(message, removed)] : [])];
			}
			case 'notice':
				return [{ type: 'notice', notice: { ...event.notice, historical: true } }];
			case 'gap':
				return [event];
			default:
				return event satisfies never;
		}
	});
}

/** Epoch ms of a line by the platform's clock. */
export function timeOf({ event }: KeptLine): number {
	switch (event.type) {
		case 'message':
			return event.message.sentAt;
		case 'notice':
			return event.notice.sentAt;
		case 'gap':
			return event.gap.to;
		default:
			return event satisfies never;
	}
}

function toKeptRemoval(event: ChatEvent): KeptRemoval | false {
	switch (event.type) {
		case 'timeout': {
			const { type, durationSeconds } = event;
			return { type, ...(durationSeconds !== undefined && { durationSeconds }) };
		}
		case 'deletion':
		case 'clear':
			return { type: event.type };
		default:
			return false;
	}
}

/** Told again right after its message, it concerns nothing that was said later. */
function toRemovalEvent(message: Extract<LineEvent, { type: 'message' }>['message'], removed: KeptRemoval): ChatEvent {
	const { channel, id, author, sentAt } = message;
	if (removed.type === 'deletion') return { type: 'deletion', channel, messageId: id };
	if (removed.type === 'clear') return { type: 'clear', channel, at: sentAt };
	return { ...removed, type: 'timeout', channel, userId: author.userId, at: sentAt };
}

function lineId({ event }: KeptLine): string {
	switch (event.type) {
		case 'message':
			return `message/${event.message.id}`;
		case 'notice':
			return `notice/${event.notice.id}`;
		case 'gap':
			return `gap/${event.gap.id}`;
		default:
			return event satisfies never;
	}
}
