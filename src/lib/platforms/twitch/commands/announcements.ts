import { sendAnnouncement, type AnnouncementColor } from '../helix/announcements.ts';
import type { Command } from './command.ts';

/** Announcements, one command a colour. */
export const announcementCommands: readonly Command[] = [
	announce('announce', 'primary'),
	announce('announceblue', 'blue'),
	announce('announcegreen', 'green'),
	announce('announceorange', 'orange'),
	announce('announcepurple', 'purple')
];

function announce(name: string, color: AnnouncementColor): Command {
	return {
		name,
		usage: '<text>',
		parse(message) {
			if (message === '') return undefined;
			return ({ helix, broadcasterId }) => sendAnnouncement(helix, broadcasterId, { message, color });
		}
	};
}
