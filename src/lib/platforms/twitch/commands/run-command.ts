import { ConnectionError, RejectionError } from '#lib/model/errors.ts';
import type { CommandContext } from './command.ts';
import { takeWord } from './command.ts';
import { commands } from './commands.ts';

/**
 * Checks a line such as `/ban name` and carries it out. Throws `RejectionError` `unknown_command` with the name or
 * `command_usage` with what to write, and what the call of Helix throws.
 */
export async function runCommand(line: string, context: CommandContext): Promise<void> {
	const [first, words] = takeWord(line.slice(1));
	const name = first.toLowerCase();
	const command = commands.find((candidate) => candidate.name === name);
	if (!command) throw new RejectionError('unknown_command', `/${name}`);
	const call = command.parse(words);
	if (!call) throw new RejectionError('command_usage', `/${name} ${command.usage}`.trim());
	if (context.broadcasterId === '')
		throw new ConnectionError('not_connected', 'It is not known yet which channel this is.');
	await call(context);
}
