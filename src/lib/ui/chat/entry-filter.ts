import {
	hidesChannel,
	noticePassesFilter,
	passesFilter,
	type ChatFilter,
	type TextMatch
} from '#lib/model/chat-filter.ts';
import type { FeedEntry } from '#lib/state/feed-entry.ts';

/** Tells whether something is true of a line. */
export type EntryTest = (entry: FeedEntry) => boolean;

/** Tells which lines of a feed a reader wants to see; that chat may be missing is never hidden with its words. */
export function createEntryFilter(filter: ChatFilter, matches: TextMatch): EntryTest {
	return (entry) => {
		switch (entry.type) {
			case 'message':
				return passesFilter(entry.message, filter, matches);
			case 'notice':
				return noticePassesFilter(entry.notice, filter, matches);
			case 'gap':
				return !hidesChannel(filter, entry.gap.channel);
			default:
				return entry satisfies never;
		}
	};
}
