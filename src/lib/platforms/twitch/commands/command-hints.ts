import type { CommandHint } from '#lib/platforms/chat-connection.ts';
import { commands } from './commands.ts';

/** Every command that may be written, with `/me`, which chat itself understands. */
export const commandHints: readonly CommandHint[] = [
	{ name: 'me', usage: '<text>' },
	...commands.map(({ name, usage }) => ({ name, usage }))
];
