import type { IrcTags } from './irc.ts';

/** When the platform took the line, epoch ms. */
export function decodeSentAt(tags: IrcTags, receivedAt: number): number {
	const sentAt = Number(tags.get('tmi-sent-ts') ?? '');
	return Number.isSafeInteger(sentAt) && sentAt > 0 ? sentAt : receivedAt;
}
