import { addRole, removeRole } from '../helix/channel-roles.ts';
import { onUser, type Command } from './command.ts';

/** Giving and taking roles in one's own channel. */
export const roleCommands: readonly Command[] = [
	change('mod', 'moderator', addRole),
	change('unmod', 'moderator', removeRole),
	change('vip', 'vip', addRole),
	change('unvip', 'vip', removeRole)
];

function change(name: string, role: 'moderator' | 'vip', request: typeof addRole): Command {
	return {
		name,
		usage: '<name>',
		parse: (words) =>
			onUser(words, ({ helix, broadcasterId }, userId) => request(helix, { role, broadcasterId, userId }))
	};
}
