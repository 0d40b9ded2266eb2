import { announcementCommands } from './announcements.ts';
import { banCommands } from './bans.ts';
import { chatModeCommands } from './chat-modes.ts';
import { colorCommand } from './color.ts';
import type { Command } from './command.ts';
import { messageCommands } from './messages.ts';
import { roleCommands } from './roles.ts';
import { streamCommands } from './stream.ts';
import { viewerCommands } from './viewers.ts';

/** Every command that Helix carries out; a new one is an entry of its family. */
export const commands: readonly Command[] = [
	...banCommands,
	...messageCommands,
	...announcementCommands,
	...chatModeCommands,
	...roleCommands,
	...streamCommands,
	...viewerCommands,
	colorCommand
];
