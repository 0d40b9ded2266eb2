import type { NoticeKind } from '#lib/model/chat.ts';

/** What a USERNOTICE of one msg-id tells, and the tag that holds its amount. */
export interface NoticeShape {
	readonly kind: NoticeKind;
	readonly amountTag?: string;
}

const months = 'msg-param-cumulative-months';
const gifts = 'msg-param-mass-gift-count';

const shapes: ReadonlyMap<string, NoticeShape> = new Map<string, NoticeShape>([
	['sub', { kind: 'subscription', amountTag: months }],
	['resub', { kind: 'subscription', amountTag: months }],
	['extendsub', { kind: 'subscription', amountTag: months }],
	['giftpaidupgrade', { kind: 'subscription' }],
	['anongiftpaidupgrade', { kind: 'subscription' }],
	['primepaidupgrade', { kind: 'subscription' }],
	['subgift', { kind: 'gift' }],
	['anonsubgift', { kind: 'gift' }],
	['submysterygift', { kind: 'gift', amountTag: gifts }],
	['anonsubmysterygift', { kind: 'gift', amountTag: gifts }],
	['standardpayforward', { kind: 'gift' }],
	['communitypayforward', { kind: 'gift' }],
	['primecommunitygiftreceived', { kind: 'gift' }],
	['rewardgift', { kind: 'gift', amountTag: 'msg-param-selected-count' }],
	['raid', { kind: 'raid', amountTag: 'msg-param-viewerCount' }],
	['announcement', { kind: 'announcement' }],
	['bitsbadgetier', { kind: 'milestone', amountTag: 'msg-param-threshold' }],
	['viewermilestone', { kind: 'milestone', amountTag: 'msg-param-value' }],
	['modiversary', { kind: 'milestone', amountTag: 'msg-param-months' }],
	['socialsharingbadge', { kind: 'milestone', amountTag: 'msg-param-current-badge-level' }],
	['ritual', { kind: 'milestone' }],
	['midnightsquid', { kind: 'tip' }],
	['charitydonation', { kind: 'tip' }]
]);

const unknown: NoticeShape = { kind: 'system' };

/** The shape of a msg-id; what is not known is told in the platform's own sentence. @see https://dev.twitch.tv/docs/chat/irc#usernotice-tags */
export function noticeShape(messageId: string): NoticeShape {
	return shapes.get(messageId) ?? unknown;
}
