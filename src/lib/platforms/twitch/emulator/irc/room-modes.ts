import { channelNotice, type OutgoingLine, type Tags } from './outgoing-line.ts';

/** The modes of a chat room. */
export interface RoomModes {
	readonly emoteOnly: boolean;
	/** Minutes; 0 admits every follower, -1 is off. */
	readonly followersOnlyMinutes: number;
	readonly uniqueChat: boolean;
	readonly slowSeconds: number;
	readonly subscribersOnly: boolean;
}

/** A room that everyone may write to. */
export const openModes: RoomModes = {
	emoteOnly: false,
	followersOnlyMinutes: -1,
	uniqueChat: false,
	slowSeconds: 0,
	subscribersOnly: false
};

/** The ROOMSTATE tags of the modes given: all of them after JOIN, the changed ones later. */
export function formatModes(modes: Partial<RoomModes>): Tags {
	return {
		...(modes.emoteOnly !== undefined && { 'emote-only': formatSwitch(modes.emoteOnly) }),
		...(modes.followersOnlyMinutes !== undefined && { 'followers-only': String(modes.followersOnlyMinutes) }),
		...(modes.uniqueChat !== undefined && { r9k: formatSwitch(modes.uniqueChat) }),
		...(modes.slowSeconds !== undefined && { slow: String(modes.slowSeconds) }),
		...(modes.subscribersOnly !== undefined && { 'subs-only': formatSwitch(modes.subscribersOnly) })
	};
}

/** The NOTICEs that tell a room what has changed. */
export function modeNotices(channel: string, modes: Partial<RoomModes>): readonly OutgoingLine[] {
	const { emoteOnly, followersOnlyMinutes: minutes, slowSeconds: seconds, subscribersOnly } = modes;
	const tell = (id: string, text: string) => [channelNotice(channel, id, text)];
	return [
		...(emoteOnly === undefined ? [] : tell(`emote_only_${onOff(emoteOnly)}`, `Emote-only is ${onOff(emoteOnly)}.`)),
		...(minutes === undefined ? [] : tell(followersNoticeId(minutes), followersText(minutes))),
		...(seconds === undefined ? [] : tell(`slow_${onOff(seconds > 0)}`, `Slow mode is ${onOff(seconds > 0)}.`)),
		...(subscribersOnly === undefined
			? []
			: tell(`subs_${onOff(subscribersOnly)}`, `Subscribers-only is ${onOff(subscribersOnly)}.`))
	];
}

function followersNoticeId(minutes: number): string {
	if (minutes === 0) return 'followers_on_zero';
	return `followers_${onOff(minutes > 0)}`;
}

function followersText(minutes: number): string {
	return minutes > 0 ? `Followers-only is on: ${minutes} minutes.` : `Followers-only is ${onOff(minutes === 0)}.`;
}

function formatSwitch(on: boolean): string {
	return on ? '1' : '0';
}

function onOff(on: boolean): 'on' | 'off' {
	return on ? 'on' : 'off';
}
