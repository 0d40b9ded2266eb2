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
		this.emit({
			type,
			about: { broadcaster_user_id: broadcaster.id },
			event: { ...toEventUser(broadcaster, 'broadcaster_'), ...event }
		});
	}
}

/** Names an account in an event, its keys with a prefix (`broadcaster_`, `moderator_`). */
export function toEventUser(user: EmulatedUser, prefix = ''): Readonly<Record<string, string>> {
	return {
		[`${prefix}user_id`]: user.id,
		[`${prefix}user_login`]: user.login,
		[`${prefix}user_name`]: user.displayName
	};
}
