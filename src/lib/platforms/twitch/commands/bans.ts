import { banUser, longestReason, longestTimeoutSeconds, unbanUser } from '../helix/bans.ts';
import { onUser, takeWord, type Command } from './command.ts';
import { parseDuration } from './duration.ts';

const usualTimeoutSeconds = 600;

/** Keeping viewers out of a chat. */
export const banCommands: readonly Command[] = [
	{
		name: 'ban',
		usage: '<name> [reason]',
		parse(words) {
			const [name, reason] = takeWord(words);
			if (reason.length > longestReason) return undefined;
			return onUser(name, ({ helix, broadcasterId }, userId) => banUser(helix, { broadcasterId, userId, reason }));
		}
	},
	{
		name: 'timeout',
		usage: '<name> [10m] [reason]',
		parse(words) {
			const [name, rest] = takeWord(words);
			const { durationSeconds, reason } = parseTimeout(rest);
			if (durationSeconds < 1 || durationSeconds > longestTimeoutSeconds || reason.length > longestReason)
				return undefined;
			return onUser(name, ({ helix, broadcasterId }, userId) =>
				banUser(helix, { broadcasterId, userId, durationSeconds, reason })
			);
		}
	},
	...['unban', 'untimeout'].map((name) => ({
		name,
		usage: '<name>',
		parse: (words: string) =>
			onUser(words, ({ helix, broadcasterId }, userId) => unbanUser(helix, broadcasterId, userId))
	}))
];

/** What follows the name: a duration, if the first word is one, and a reason. */
function parseTimeout(text: string): { readonly durationSeconds: number; readonly reason: string } {
	const [first, rest] = takeWord(text);
	const durationSeconds = parseDuration(first);
	if (durationSeconds === undefined) return { durationSeconds: usualTimeoutSeconds, reason: text };
	return { durationSeconds, reason: rest };
}
