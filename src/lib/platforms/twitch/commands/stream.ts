import { createMarker, longestMarkerNote } from '../helix/markers.ts';
import { cancelRaid, startRaid } from '../helix/raids.ts';
import { sendShoutout } from '../helix/shoutouts.ts';
import { onUser, type Command } from './command.ts';

/** What concerns the stream rather than its chat. */
export const streamCommands: readonly Command[] = [
	{
		name: 'marker',
		usage: '[description]',
		parse(words) {
			if (words.length > longestMarkerNote) return undefined;
			return async ({ helix, broadcasterId }) => void (await createMarker(helix, broadcasterId, words));
		}
	},
	{
		name: 'raid',
		usage: '<channel>',
		parse: (words) => onUser(words, ({ helix, broadcasterId }, userId) => startRaid(helix, broadcasterId, userId))
	},
	{
		name: 'unraid',
		usage: '',
		parse: (words) => (words ? undefined : ({ helix, broadcasterId }) => cancelRaid(helix, broadcasterId))
	},
	{
		name: 'shoutout',
		usage: '<channel>',
		parse: (words) => onUser(words, ({ helix, broadcasterId }, userId) => sendShoutout(helix, broadcasterId, userId))
	}
];
