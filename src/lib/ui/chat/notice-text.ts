import type { ChatNotice, NoticeKind } from '#lib/model/chat.ts';
import { m } from '#lib/paraglide/messages.js';

interface NoticeWords {
	readonly name: string;
	readonly count: number;
	readonly item: string;
}

const sentences: Readonly<Record<NoticeKind, (words: NoticeWords) => string>> = {
	subscription: ({ name, count }) =>
		count > 1 ? m.notice_resubscribed({ name, count }) : m.notice_subscribed({ name }),
	gift: ({ name, count, item }) =>
		item === '' ? m.notice_gifted({ name, count: Math.max(1, count) }) : m.notice_sent_item({ name, item }),
	raid: ({ name, count }) => m.notice_raided({ name, count }),
	announcement: ({ name }) => m.notice_announced({ name }),
	milestone: ({ name }) => m.notice_milestone({ name }),
	follow: ({ name }) => m.notice_followed({ name }),
	tip: ({ name, count, item }) =>
		item === '' ? m.notice_tipped({ name, count }) : m.notice_tipped_item({ name, count, item }),
	arrival: ({ name }) => m.notice_arrived({ name }),
	level: ({ name, count }) => m.notice_level({ name, count }),
	'stream-online': () => m.notice_stream_online(),
	'stream-offline': () => m.notice_stream_offline(),
	left: () => m.notice_left(),
	system: () => m.notice_system()
};

/** The sentence of a notice: the platform's own, or ours made of its kind and amounts; of many gifts it names who got them. */
export function noticeText(notice: ChatNotice): string {
	const names = notice.amount === undefined ? [] : (notice.recipients ?? []);
	const sentence = notice.systemText === '' ? ownSentence(notice) : notice.systemText;
	return names.length === 0 ? sentence : `${sentence} ${recipientsText(names, (notice.amount ?? 0) - names.length)}`;
}

function ownSentence(notice: ChatNotice): string {
	return sentences[notice.kind]({
		name: notice.author?.displayName || notice.author?.login || m.notice_someone(),
		count: notice.amount ?? 0,
		item: notice.itemName ?? ''
	});
}

function recipientsText(recipients: readonly string[], others: number): string {
	const names = recipients.join(', ');
	return others > 0 ? m.notice_recipients_more({ names, count: others }) : m.notice_recipients({ names });
}
