import type { ActivityEvent } from '#lib/model/activity.ts';
import type { Person } from '#lib/model/person.ts';
import type { SubscriptionTier } from '#lib/model/stream-event.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { platformName } from '#lib/ui/chat/status-text.ts';
import { spanText } from '#lib/ui/chat/span-text.ts';

/** A line of activity in words: who did what, and how much of it. */
export interface ActivityWords {
	readonly who?: string;
	readonly what: string;
	readonly amount?: string;
}

type Telling<Type> = (event: Extract<ActivityEvent, { readonly type: Type }>) => ActivityWords;

const tellings: { readonly [Type in ActivityEvent['type']]: Telling<Type> } = {
	follow: ({ person }) => ({ who: nameOf(person), what: m.activity_followed() }),
	subscription: ({ person, gifted, tier }) => ({
		who: nameOf(person),
		what: gifted ? m.activity_was_gifted() : m.activity_subscribed(),
		...tierAmount(tier)
	}),
	resubscription: ({ person, months }) => ({
		who: nameOf(person),
		what: m.activity_resubscribed(),
		amount: m.activity_amount_months({ count: months })
	}),
	gift: ({ person, count }) => ({
		who: nameOf(person),
		what: m.activity_gifted(),
		amount: m.activity_amount_subs({ count })
	}),
	cheer: ({ person, bits }) => ({ who: nameOf(person), what: m.activity_cheered(), amount: bitsText(bits) }),
	'power-up': ({ person, bits, name }) => ({
		who: nameOf(person),
		what: m.activity_power_up({ name }),
		amount: bitsText(bits)
	}),
	tip: ({ person, amount }) => ({ who: nameOf(person), what: m.activity_tipped(), amount }),
	'charity-donation': ({ person, amount, charity }) => ({
		who: nameOf(person),
		what: m.activity_donated({ charity }),
		amount
	}),
	raid: ({ person, viewers }) => ({ who: nameOf(person), what: m.activity_raided(), ...viewersAmount(viewers) }),
	'raid-sent': ({ person, viewers }) => ({
		who: nameOf(person),
		what: m.activity_raid_sent(),
		...viewersAmount(viewers)
	}),
	'shoutout-received': ({ person, viewers }) => ({
		who: nameOf(person),
		what: m.activity_shoutout_from(),
		...viewersAmount(viewers)
	}),
	'shoutout-sent': ({ person }) => ({ who: nameOf(person), what: m.activity_shoutout_to() }),
	redemption: ({ redemption: { person, reward } }) => ({
		who: nameOf(person),
		what: m.activity_redeemed({ reward: reward.title }),
		amount: m.activity_amount_points({ count: reward.cost })
	}),
	poll: ({ phase, poll: { title, choices } }) =>
		phase === 'end'
			? {
					what: m.activity_poll_ended({ title }),
					amount: m.activity_amount_votes({ count: choices.reduce((sum, { votes }) => sum + votes, 0) })
				}
			: { what: m.activity_poll_begun({ title }) },
	prediction: ({ phase, prediction: { title, status } }) => {
		if (phase !== 'end') return { what: m.activity_prediction_begun({ title }) };
		return {
			what: status === 'canceled' ? m.activity_prediction_canceled({ title }) : m.activity_prediction_ended({ title })
		};
	},
	'hype-train': ({ phase, train: { level } }) => ({
		what: phase === 'end' ? m.activity_train_ended() : m.activity_train_begun(),
		amount: m.activity_amount_level({ level })
	}),
	goal: ({ phase, goal: { description, current, target } }) => ({
		what: phase === 'end' ? m.activity_goal_ended({ description }) : m.activity_goal_begun({ description }),
		amount: m.activity_amount_goal({ current, target })
	}),
	'stream-online': ({ platform }) => ({ what: m.activity_online({ platform: platformName(platform) }) }),
	'stream-offline': ({ platform }) => ({ what: m.activity_offline({ platform: platformName(platform) }) }),
	'ad-break': ({ seconds }) => ({ what: m.activity_ads(), amount: spanText(seconds) }),
	ban: ({ person, by, at, endsAt }) => ({
		who: nameOf(person),
		...(endsAt === undefined
			? { what: m.activity_banned({ by: nameOf(by) }) }
			: { what: m.activity_timed_out({ by: nameOf(by) }), amount: spanText(Math.round((endsAt - at) / 1_000)) })
	}),
	unban: ({ person, by }) => ({ who: nameOf(person), what: m.activity_unbanned({ by: nameOf(by) }) }),
	warning: ({ person, by }) => ({ who: nameOf(person), what: m.activity_warned({ by: nameOf(by) }) }),
	role: ({ person, role, given }) => ({ who: nameOf(person), what: roleTexts[`${role}-${given}`]() }),
	'shield-mode': ({ by, active }) => ({
		who: nameOf(by),
		what: active ? m.activity_shield_on() : m.activity_shield_off()
	}),
	'unban-request': ({ person }) => ({ who: nameOf(person), what: m.activity_unban_asked() }),
	moderation: ({ by, action, person }) => ({
		who: nameOf(by),
		what: person ? m.activity_moderated_person({ action, name: nameOf(person) }) : m.activity_moderated({ action })
	})
};

const roleTexts = {
	'moderator-true': m.activity_moderator_given,
	'moderator-false': m.activity_moderator_taken,
	'vip-true': m.activity_vip_given,
	'vip-false': m.activity_vip_taken
} as const;

/** An event in words. */
export function activityWords(event: ActivityEvent): ActivityWords {
	const telling = tellings[event.type] as Telling<ActivityEvent['type']>;
	return telling(event);
}

/** An event as one sentence, to copy or to be read out. */
export function activitySentence(event: ActivityEvent): string {
	const { who, what, amount } = activityWords(event);
	const sentence = [who, what].filter((part) => part !== undefined).join(' ');
	return amount === undefined ? sentence : `${sentence} (${amount})`;
}

/** What somebody wrote with what they did; empty where they wrote nothing. */
export function activityNote(event: ActivityEvent): string {
	if (event.type === 'redemption') return event.redemption.input;
	return 'text' in event ? event.text : '';
}

/** How long ago something was: minutes within an hour, hours within a day. */
export function agoText(at: number, now: number): string {
	const minutes = Math.floor((now - at) / 60_000);
	if (minutes < 1) return m.activity_now();
	return minutes < 60 ? m.activity_minutes({ count: minutes }) : m.activity_hours({ count: Math.floor(minutes / 60) });
}

/** The lowest tier goes without saying. */
export function tierText(tier: SubscriptionTier): string {
	return tier === '1000' ? '' : m.activity_tier({ tier: tier === '2000' ? 2 : 3 });
}

function tierAmount(tier: SubscriptionTier): { readonly amount?: string } {
	const amount = tierText(tier);
	return amount === '' ? {} : { amount };
}

function bitsText(bits: number): string {
	return m.activity_amount_bits({ count: bits });
}

function viewersAmount(count: number): { readonly amount?: string } {
	return count > 0 ? { amount: m.activity_amount_viewers({ count }) } : {};
}

function nameOf(person: Person | undefined): string {
	return person?.displayName || person?.login || m.activity_someone();
}

const timeFormat = new Intl.DateTimeFormat(getLocale(), { timeStyle: 'short' });

/** When something was, by the clock. */
export function activityTime(at: number): string {
	return timeFormat.format(at);
}
