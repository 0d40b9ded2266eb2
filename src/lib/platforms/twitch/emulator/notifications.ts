import { Emitter } from '#lib/model/emitter.ts';
import type { EmulatedUser } from './emulated-user.ts';

/** Something that EventSub tells whoever subscribed to it. */
export interface Notification {
	/** As EventSub names it (`channel.poll.begin`). */
	readonly type: string;
	/** Whom it is about, by the keys of conditions; a key that is not here is not asked for. */
	readonly about: Readonly<Record<string, string>>;
	readonly event: Readonly<Record<string, unknown>>;
}

/** What happens on the emulated Twitch, told by the endpoints and by hosts. */
export class Notifications extends Emitter<Notification> {
	/** Tells what happened in a channel; the event names the broadcaster as EventSub's events do. */
	tell(type: string, broadcaster: EmulatedUser, event: Readonly<Record<string, unknown>> = {}): void {
		this.emit(toNotification(type, broadcaster, event));
	}
}

/** What is told of a channel; of a raid it is the end that the event does not name. */
export function toNotification(type: string, channel: EmulatedUser, event: Notification['event'] = {}): Notification {
	if (type !== 'channel.raid')
		return {
			type,
			about: { broadcaster_user_id: channel.id },
			event: { ...toEventUser(channel, 'broadcaster_'), ...event }
		};
	const own = 'to_broadcaster_user_id' in event ? 'from_broadcaster_' : 'to_broadcaster_';
	const raid: Notification['event'] = { viewers: 1, ...toEventUser(channel, own), ...event };
	const ends = ['from_broadcaster_user_id', 'to_broadcaster_user_id'].map((key) => [key, String(raid[key])]);
	return { type, about: Object.fromEntries(ends) as Record<string, string>, event: raid };
}

/** Names an account in an event, its keys with a prefix (`broadcaster_`, `moderator_`). */
export function toEventUser(user: EmulatedUser, prefix = ''): Readonly<Record<string, string>> {
	return {
		[`${prefix}user_id`]: user.id,
		[`${prefix}user_login`]: user.login,
		[`${prefix}user_name`]: user.displayName
	};
}
