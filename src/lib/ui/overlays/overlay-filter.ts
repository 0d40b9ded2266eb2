import { isKnownBot } from '#lib/model/known-bots.ts';
import type { FeedEntry } from '#lib/state/feed-entry.ts';
import type { OverlayOptions } from './overlay-options.ts';

const quietNotices = new Set(['arrival', 'left', 'system']);

/** Whether a line is for the audience: gaps and small notices are not, and the address may hide commands and bots. */
export function isShownOnStream(
	entry: FeedEntry,
	{ hideCommands, hideBots }: Pick<OverlayOptions, 'hideCommands' | 'hideBots'>
): boolean {
	if (entry.type === 'gap') return false;
	if (entry.type === 'notice') return !quietNotices.has(entry.notice.kind);
	const { author, text } = entry.message;
	if (hideCommands && text.startsWith('!')) return false;
	return !(hideBots && isKnownBot(author.login));
}
