import { twitchManifest } from '../manifest.ts';
import { requestUserId } from '../helix/user-ids.ts';
import type { Helix } from '../helix/request.ts';

/** Where a command is carried out. */
export interface CommandContext {
	readonly helix: Helix;
	readonly broadcasterId: string;
}

/** A command whose words have been checked. */
export type CommandCall = (context: CommandContext) => Promise<void>;

/** What can be written with a slash in place of a line. */
export interface Command {
	readonly name: string;
	readonly usage: string;
	/** Checks what follows the name; `undefined` where it cannot be meant. */
	parse(words: string): CommandCall | undefined;
}

/** Takes the first word from a text. */
export function takeWord(text: string): readonly [word: string, rest: string] {
	const [, word = '', rest = ''] = /^(\S*)\s*([^]*)$/.exec(text.trim()) ?? [];
	return [word, rest];
}

/** Makes the call of a command on one viewer, whose id is looked up first; `undefined` for what is no login. */
export function onUser(
	word: string,
	act: (context: CommandContext, userId: string) => Promise<void>
): CommandCall | undefined {
	const login = word.startsWith('#') ? undefined : twitchManifest.parseChannelKey(word);
	if (login === undefined) return undefined;
	return async (context) => act(context, await requestUserId(context.helix, login));
}
