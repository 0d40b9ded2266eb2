import type { EmulatedNotice, NoticeBody, NoticeContext, SubscriptionPlan } from './emulated-notice.ts';
import type { Tags } from './outgoing-line.ts';

type NoticeOf<Type extends EmulatedNotice['type']> = Extract<EmulatedNotice, { type: Type }>;

/** The parameters and the platform's sentence of a notice. @see https://dev.twitch.tv/docs/chat/irc/ */
export function toNoticeBody(notice: EmulatedNotice, context: NoticeContext): NoticeBody {
	const name = context.author.displayName;
	switch (notice.type) {
		case 'sub':
			return { params: subscriptionParams(1, notice.plan), systemText: `${name} subscribed ${withPlan(notice.plan)}.` };
		case 'resub':
			return resubBody(notice, name);
		case 'subgift':
			return giftBody(notice, context);
		case 'submysterygift':
			return mysteryGiftBody(notice, context);
		case 'raid':
			return raidBody(notice, context);
		case 'announcement':
			return { params: { color: notice.color ?? 'PRIMARY' }, systemText: '' };
		case 'viewermilestone':
			return milestoneBody(notice, context);
		case 'bitsbadgetier':
			return {
				params: { threshold: String(notice.threshold) },
				systemText: `${name} just earned a new ${notice.threshold} Bits badge!`
			};
		case 'giftpaidupgrade':
			return upgradeBody(notice, context);
		case 'primepaidupgrade':
			return primeUpgradeBody(notice, name);
	}
}

function resubBody({ months, streakMonths, plan }: NoticeOf<'resub'>, name: string): NoticeBody {
	const streak = streakMonths ? `, ${streakMonths} months in a row` : '';
	return {
		params: {
			...subscriptionParams(months, plan),
			'should-share-streak': streakMonths ? '1' : '0',
			...(streakMonths && { 'streak-months': String(streakMonths) })
		},
		systemText: `${name} subscribed ${withPlan(plan)}. They've subscribed for ${months} months${streak}!`
	};
}

function giftBody(
	{ recipientLogin, plan = '1000', months = 1 }: NoticeOf<'subgift'>,
	context: NoticeContext
): NoticeBody {
	const recipient = context.findUser(recipientLogin);
	return {
		params: {
			...planParams(plan),
			...giftOriginParams(context),
			'gift-months': '1',
			months: String(months),
			'recipient-display-name': recipient.displayName,
			'recipient-id': recipient.id,
			'recipient-user-name': recipient.login
		},
		systemText: `${context.author.displayName} gifted a ${tierName(plan)} sub to ${recipient.displayName}!`
	};
}

function mysteryGiftBody(
	{ recipientLogins, plan = '1000', channel }: NoticeOf<'submysterygift'>,
	context: NoticeContext
): NoticeBody {
	const count = recipientLogins.length;
	const community = `${context.findUser(channel).displayName}'s community`;
	return {
		params: { ...giftOriginParams(context), 'mass-gift-count': String(count), 'sub-plan': plan },
		systemText: `${context.author.displayName} is gifting ${count} ${tierName(plan)} Subs to ${community}!`
	};
}

function raidBody({ viewers }: NoticeOf<'raid'>, { author }: NoticeContext): NoticeBody {
	return {
		params: {
			displayName: author.displayName,
			login: author.login,
			profileImageURL: `https://static-cdn.jtvnw.net/jtv_user_pictures/${author.id}-profile_image-70x70.png`,
			viewerCount: String(viewers)
		},
		systemText: `${viewers} raiders from ${author.displayName} have joined\n!`
	};
}

function milestoneBody(
	{ streak, channelPoints = 450 }: NoticeOf<'viewermilestone'>,
	{ author, giftId }: NoticeContext
): NoticeBody {
	return {
		params: { category: 'watch-streak', copoReward: String(channelPoints), id: giftId, value: String(streak) },
		systemText: `${author.displayName} watched ${streak} consecutive streams and sparked a watch streak!`
	};
}

function primeUpgradeBody({ plan = '1000' }: NoticeOf<'primepaidupgrade'>, name: string): NoticeBody {
	return {
		params: planParams(plan),
		systemText: `${name} went on from Prime to a ${tierName(plan)} subscription.`
	};
}

function upgradeBody({ senderLogin }: NoticeOf<'giftpaidupgrade'>, { author, findUser }: NoticeContext): NoticeBody {
	const sender = findUser(senderLogin);
	return {
		params: { 'sender-login': sender.login, 'sender-name': sender.displayName },
		systemText: `${author.displayName} is continuing the gift sub they got from ${sender.displayName}!`
	};
}

function subscriptionParams(months: number, plan: SubscriptionPlan = '1000'): Tags {
	return {
		...planParams(plan),
		'cumulative-months': String(months),
		months: '0',
		'multimonth-duration': '1',
		'multimonth-tenure': '0',
		'should-share-streak': '0',
		'was-gifted': 'false'
	};
}

function planParams(plan: SubscriptionPlan): Tags {
	return { 'sub-plan': plan, 'sub-plan-name': `Channel Subscription (${tierName(plan)})` };
}

function giftOriginParams({ giftId, giftsGiven }: NoticeContext): Tags {
	return { 'community-gift-id': giftId, 'origin-id': giftId, 'sender-count': String(giftsGiven) };
}

function withPlan(plan: SubscriptionPlan = '1000'): string {
	return plan === 'Prime' ? 'with Prime' : `at ${tierName(plan)}`;
}

function tierName(plan: SubscriptionPlan): string {
	return plan === 'Prime' ? 'Prime' : `Tier ${plan.charAt(0)}`;
}
