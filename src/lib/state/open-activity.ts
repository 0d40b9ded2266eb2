import { formatChannel, type ChannelRef } from '#lib/model/channel.ts';
import type { ChatEvent } from '#lib/model/chat.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import { toStreamEvent } from '#lib/platforms/theta/notice-event.ts';
import { runExclusively } from '#lib/services/lock.ts';
import { openRecordNews } from '#lib/services/record-news.ts';
import { openStorage } from '#lib/services/storage.ts';
import { systemEnvironment } from '#lib/transport/environment.ts';
import { Activity } from './activity.svelte.ts';
import type { ControlRoom } from './control-room.svelte.ts';
import { keepActivity } from './keep-activity.ts';
import type { LiveChat } from './live-chat.svelte.ts';
import type { Session } from './session.svelte.ts';

/** The activity of this browser's accounts. */
export function createActivity(session: Session): Activity {
	return new Activity({
		clock: systemEnvironment.clock,
		ownerOn(platform) {
			const identity = session.account(platform)?.identity;
			return identity && `${platform}:${identity.userId}`;
		}
	});
}

/** Follows what happens on the stream and keeps it, until the returned function is called; `own` are the streamer's channels. */
export function openActivity(
	activity: Activity,
	room: ControlRoom,
	live: LiveChat,
	own: () => readonly ChannelRef[]
): () => void {
	const { clock, random } = systemEnvironment;
	const news = openRecordNews('tributary-activity');
	const stops = [
		room.events.on((event) => activity.take(event)),
		room.rehearsals.on((event) => activity.take(event)),
		live.onEvent((event) => {
			const told = toToldEvent(event, own());
			if (told) room.events.emit(told);
		}),
		keepActivity(activity, {
			openStorage: () => openStorage('tributary-activity'),
			clock,
			random,
			runExclusively,
			news
		}),
		() => news.close()
	];
	return () => stops.forEach((stop) => stop());
}

/** What THETA.tv's chat of an own channel tells of its stream; Twitch tells that by EventSub. */
export function toToldEvent(event: ChatEvent, own: readonly ChannelRef[]): StreamEvent | undefined {
	if (event.type !== 'notice' || event.notice.channel.platform !== 'theta') return undefined;
	const name = formatChannel(event.notice.channel);
	return own.some((channel) => formatChannel(channel) === name) ? toStreamEvent(event.notice) : undefined;
}
