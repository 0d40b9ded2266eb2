import type { ActivityEvent, ActivityKind } from '#lib/model/activity.ts';
import type { RehearsalUnit } from '#lib/model/rehearsal.ts';
import { m } from '#lib/paraglide/messages.js';
import ChartNoAxesColumn from '@lucide/svelte/icons/chart-no-axes-column';
import Coins from '@lucide/svelte/icons/coins';
import Gem from '@lucide/svelte/icons/gem';
import Gift from '@lucide/svelte/icons/gift';
import Heart from '@lucide/svelte/icons/heart';
import Radio from '@lucide/svelte/icons/radio';
import Shield from '@lucide/svelte/icons/shield';
import Star from '@lucide/svelte/icons/star';
import Swords from '@lucide/svelte/icons/swords';
import Ticket from '@lucide/svelte/icons/ticket';

/** How a kind of activity is called and drawn. */
export const activityLooks: Readonly<
	Record<ActivityKind, { readonly name: () => string; readonly icon: typeof Heart }>
> = {
	follow: { name: m.activity_kind_follow, icon: Heart },
	subscription: { name: m.activity_kind_subscription, icon: Star },
	gift: { name: m.activity_kind_gift, icon: Gift },
	cheer: { name: m.activity_kind_cheer, icon: Gem },
	tip: { name: m.activity_kind_tip, icon: Coins },
	raid: { name: m.activity_kind_raid, icon: Swords },
	redemption: { name: m.activity_kind_redemption, icon: Ticket },
	show: { name: m.activity_kind_show, icon: ChartNoAxesColumn },
	stream: { name: m.activity_kind_stream, icon: Radio },
	moderation: { name: m.activity_kind_moderation, icon: Shield }
};

/** How a type of event is called where one is made up. */
export const activityTypeNames: Readonly<Record<ActivityEvent['type'], () => string>> = {
	follow: m.activity_type_follow,
	subscription: m.activity_type_subscription,
	resubscription: m.activity_type_resubscription,
	gift: m.activity_type_gift,
	cheer: m.activity_type_cheer,
	'power-up': m.activity_type_power_up,
	tip: m.activity_type_tip,
	'charity-donation': m.activity_type_charity,
	raid: m.activity_type_raid,
	'raid-sent': m.activity_type_raid_sent,
	'shoutout-received': m.activity_type_shoutout_received,
	'shoutout-sent': m.activity_type_shoutout_sent,
	redemption: m.activity_type_redemption,
	poll: m.activity_type_poll,
	prediction: m.activity_type_prediction,
	'hype-train': m.activity_type_hype_train,
	goal: m.activity_type_goal,
	'stream-online': m.activity_type_online,
	'stream-offline': m.activity_type_offline,
	'ad-break': m.activity_type_ads,
	ban: m.activity_type_ban,
	unban: m.activity_type_unban,
	warning: m.activity_type_warning,
	role: m.activity_type_role,
	'shield-mode': m.activity_type_shield,
	'unban-request': m.activity_type_unban_request,
	moderation: m.activity_type_moderation
};

/** What an amount counts. */
export const rehearsalUnitNames: Readonly<Record<RehearsalUnit, () => string>> = {
	months: m.activity_unit_months,
	gifts: m.activity_unit_gifts,
	bits: m.activity_unit_bits,
	tfuel: m.activity_unit_tfuel,
	money: m.activity_unit_money,
	viewers: m.activity_unit_viewers,
	points: m.activity_unit_points,
	level: m.activity_unit_level,
	seconds: m.activity_unit_seconds
};
