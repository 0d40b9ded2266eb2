import { warnUser } from '../helix/warnings.ts';
import { sendWhisper } from '../helix/whispers.ts';
import { onUser, takeWord, type Command } from './command.ts';

/** What is said to one viewer alone. */
export const viewerCommands: readonly Command[] = [
	{
		name: 'warn',
		usage: '<name> <reason>',
		parse(words) {
			const [name, reason] = takeWord(words);
			if (reason === '') return undefined;
			return onUser(name, ({ helix, broadcasterId }, userId) => warnUser(helix, broadcasterId, { userId, reason }));
		}
	},
	{
		name: 'w',
		usage: '<name> <text>',
		parse(words) {
			const [name, text] = takeWord(words);
			if (text === '') return undefined;
			return onUser(name, ({ helix }, userId) => sendWhisper(helix, userId, text));
		}
	}
];
