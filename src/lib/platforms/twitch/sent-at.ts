import type { IrcTags } from './irc.ts';
import { parseTagNumber } from './tag-number.ts';

/** When the platform took the line, epoch ms. */
export function decodeSentAt(tags: IrcTags, receivedAt: number): number {
	return parseTagNumber(tags.get('tmi-sent-ts')) || receivedAt;
}
