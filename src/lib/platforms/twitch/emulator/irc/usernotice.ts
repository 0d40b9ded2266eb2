import { findEmotes } from './emote-positions.ts';
import type { EmulatedNotice, NoticeContext } from './emulated-notice.ts';
import { toNoticeBody } from './notice-body.ts';
import type { OutgoingLine } from './outgoing-line.ts';
import type { Room } from './room.ts';
import { authorTags } from './user-tags.ts';

/** Makes the USERNOTICE of a notice. @see https://dev.twitch.tv/docs/chat/irc/ */
export function toUsernotice(
	notice: EmulatedNotice,
	stamp: { readonly id: string; readonly sentAt: number },
	room: Room,
	context: NoticeContext
): OutgoingLine {
	const { params, systemText } = toNoticeBody(notice, context);
	const text = 'text' in notice ? notice.text : undefined;
	const named = Object.entries(params).map(([key, value]) => [`msg-param-${key}`, value] as const);
	return {
		tags: {
			...authorTags(context.author, room.owner.login),
			...Object.fromEntries(named),
			emotes: text === undefined ? '' : findEmotes(text, context.author).tag,
			flags: '',
			id: stamp.id,
			login: context.author.login,
			'msg-id': notice.type,
			'room-id': room.owner.id,
			'system-msg': systemText,
			'tmi-sent-ts': String(stamp.sentAt)
		},
		command: 'USERNOTICE',
		params: [`#${room.owner.login}`],
		...(text !== undefined && { text })
	};
}
