import { m } from '#lib/paraglide/messages.js';
import type { FeedEntry } from '#lib/state/feed-entry.ts';
import { spanText } from './span-text.ts';

/** How a message was taken back; of one from before, only that it was. */
export function removalText(entry: FeedEntry): string | undefined {
	if (entry.type !== 'message' || !entry.removed) return undefined;
	switch (entry.removed) {
		case 'deletion':
			return entry.message.historical ? m.message_removed() : m.removal_deleted();
		case 'timeout':
			return timeoutText(entry.removedBy);
		case 'ban':
			return m.removal_banned();
		case 'clear':
			return m.removal_cleared();
		default:
			return entry.removed satisfies never;
	}
}

/** Says on a struck line how it was taken back. */
export function nameRemoval(line: HTMLElement, entry: FeedEntry | undefined): void {
	const text = entry && removalText(entry);
	const place = text === undefined ? undefined : line.querySelector(':scope > .removal');
	if (place && text !== undefined) place.textContent = text;
}

function timeoutText(event: Extract<FeedEntry, { readonly type: 'message' }>['removedBy']): string {
	const seconds = event?.type === 'timeout' ? event.durationSeconds : undefined;
	return seconds === undefined ? m.message_removed() : m.removal_timed_out({ duration: spanText(seconds) });
}
