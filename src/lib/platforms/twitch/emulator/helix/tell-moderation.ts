import type { EmulatedUser } from '../emulated-user.ts';
import { toEventUser } from '../notifications.ts';
import type { ChannelCall, ChannelParts } from './channel-call.ts';

/** The keys under which `channel.moderate` tells more; every one is there, and all but the action's own are null. */
const details = [
	...['followers', 'slow', 'vip', 'unvip', 'mod', 'unmod', 'ban', 'unban', 'timeout', 'untimeout', 'raid', 'unraid'],
	...['delete', 'automod_terms', 'unban_request', 'warn'],
	...['shared_chat_ban', 'shared_chat_unban', 'shared_chat_timeout', 'shared_chat_untimeout', 'shared_chat_delete']
];

/** What somebody with a role did to a viewer. */
export interface ToldModeration {
	readonly action: 'ban' | 'timeout' | 'unban' | 'untimeout' | 'mod' | 'unmod' | 'vip' | 'unvip';
	readonly user: EmulatedUser;
	readonly more?: Readonly<Record<string, unknown>>;
}

/** Tells `channel.moderate` what was done. @see https://dev.twitch.tv/docs/eventsub/eventsub-reference/#channel-moderate-event-v2 */
export function tellModeration(
	{ notifications }: ChannelParts,
	{ actor, room }: ChannelCall,
	{ action, user, more = {} }: ToldModeration
): void {
	notifications.tell('channel.moderate', room.owner, {
		source_broadcaster_user_id: null,
		source_broadcaster_user_login: null,
		source_broadcaster_user_name: null,
		...toEventUser(actor, 'moderator_'),
		action,
		...Object.fromEntries(details.map((name) => [name, null])),
		[action]: { ...toEventUser(user), ...more }
	});
}
