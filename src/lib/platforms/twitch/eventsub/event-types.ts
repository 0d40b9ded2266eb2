import type { StreamEventBody } from '#lib/model/stream-event.ts';
import * as broadcast from './codec/broadcast.ts';
import type { Fields } from './codec/fields.ts';
import { decodeGoal } from './codec/goals.ts';
import * as held from './codec/held-messages.ts';
import { decodeHypeTrain } from './codec/hype-trains.ts';
import * as moderation from './codec/moderation.ts';
import { decodePoll } from './codec/polls.ts';
import { decodePrediction } from './codec/predictions.ts';
import { decodeAutomaticRedemption, decodeRedemption, decodeReward } from './codec/redemptions.ts';
import * as support from './codec/support.ts';

/** How a condition names the streamer, who is also the one that asks. */
export type ConditionKey =
	'broadcaster_user_id' | 'moderator_user_id' | 'user_id' | 'from_broadcaster_user_id' | 'to_broadcaster_user_id';

/** A type of EventSub's that the panel subscribes to. */
export interface EventType {
	readonly type: string;
	readonly version: string;
	readonly condition: readonly ConditionKey[];
	/** One of each list must be allowed; the first of each is what is asked for. */
	readonly scopes: readonly (readonly string[])[];
	/** `undefined` for an event that another type tells too. Throws `ValiError` for one that lies. */
	readonly decode: (event: Fields, ownId: string) => StreamEventBody | undefined;
}

const own = { version: '1', condition: ['broadcaster_user_id'], scopes: [] } as const;
const asModerator = { ...own, condition: ['broadcaster_user_id', 'moderator_user_id'] } as const;
const asChatter = { ...own, condition: ['broadcaster_user_id', 'user_id'] } as const;
const raidsIn = { ...own, condition: ['to_broadcaster_user_id'] } as const;
const raidsOut = { ...own, condition: ['from_broadcaster_user_id'] } as const;

const subscriptions = [['channel:read:subscriptions']];
const polls = [['channel:manage:polls', 'channel:read:polls']];
const predictions = [['channel:manage:predictions', 'channel:read:predictions']];
const hypeTrains = [['channel:read:hype_train']];
const goals = [['channel:read:goals']];
const redemptions = [['channel:manage:redemptions', 'channel:read:redemptions']];
const shoutouts = [['moderator:manage:shoutouts', 'moderator:read:shoutouts']];
const shieldMode = [['moderator:manage:shield_mode', 'moderator:read:shield_mode']];
const bans = [['channel:moderate']];
const moderators = [['moderation:read']];
const vips = [['channel:manage:vips', 'channel:read:vips']];
const warnings = [['moderator:manage:warnings', 'moderator:read:warnings']];
const unbanRequests = [['moderator:manage:unban_requests', 'moderator:read:unban_requests']];
const suspicious = [['moderator:read:suspicious_users']];
const automod = [['moderator:manage:automod']];
const everyModeration = [
	['moderator:manage:blocked_terms', 'moderator:read:blocked_terms'],
	['moderator:manage:chat_settings', 'moderator:read:chat_settings'],
	...unbanRequests,
	['moderator:manage:banned_users', 'moderator:read:banned_users'],
	['moderator:manage:chat_messages', 'moderator:read:chat_messages'],
	...warnings,
	['moderator:read:moderators'],
	['moderator:read:vips']
];

const rewardType = 'channel.channel_points_custom_reward';

/**
 * What is subscribed to, most urgent first. Bits come by `channel.bits.use`, which tells of cheers too, so `channel.cheer`
 * would tell each twice; what a moderator does comes by the type made for it, and only the rest by `channel.moderate`.
 * @see https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/
 */
export const eventTypes: readonly EventType[] = [
	{ ...own, type: 'stream.online', decode: broadcast.decodeOnline },
	{ ...own, type: 'stream.offline', decode: broadcast.decodeOffline },
	{
		...asModerator,
		type: 'channel.follow',
		version: '2',
		scopes: [['moderator:read:followers']],
		decode: support.decodeFollow
	},
	{ ...own, type: 'channel.subscribe', scopes: subscriptions, decode: support.decodeSubscription },
	{ ...own, type: 'channel.subscription.gift', scopes: subscriptions, decode: support.decodeGift },
	{ ...own, type: 'channel.subscription.message', scopes: subscriptions, decode: support.decodeResubscription },
	{ ...own, type: 'channel.bits.use', scopes: [['bits:read']], decode: support.decodeBits },
	{ ...raidsIn, type: 'channel.raid', decode: broadcast.decodeRaid },
	{ ...own, type: 'channel.poll.begin', scopes: polls, decode: decodePoll('begin') },
	{ ...own, type: 'channel.poll.progress', scopes: polls, decode: decodePoll('progress') },
	{ ...own, type: 'channel.poll.end', scopes: polls, decode: decodePoll('end') },
	{ ...own, type: 'channel.prediction.begin', scopes: predictions, decode: decodePrediction('begin') },
	{ ...own, type: 'channel.prediction.progress', scopes: predictions, decode: decodePrediction('progress') },
	{ ...own, type: 'channel.prediction.lock', scopes: predictions, decode: decodePrediction('lock') },
	{ ...own, type: 'channel.prediction.end', scopes: predictions, decode: decodePrediction('end') },
	{ ...own, type: `${rewardType}_redemption.add`, scopes: redemptions, decode: decodeRedemption('add') },
	{ ...own, type: `${rewardType}_redemption.update`, scopes: redemptions, decode: decodeRedemption('update') },
	{
		...own,
		type: 'channel.channel_points_automatic_reward_redemption.add',
		version: '2',
		scopes: redemptions,
		decode: decodeAutomaticRedemption
	},
	{ ...asModerator, type: 'automod.message.hold', version: '2', scopes: automod, decode: held.decodeHeldMessage },
	{
		...asModerator,
		type: 'automod.message.update',
		version: '2',
		scopes: automod,
		decode: held.decodeHeldMessageResolved
	},
	{ ...own, type: 'channel.hype_train.begin', version: '2', scopes: hypeTrains, decode: decodeHypeTrain('begin') },
	{
		...own,
		type: 'channel.hype_train.progress',
		version: '2',
		scopes: hypeTrains,
		decode: decodeHypeTrain('progress')
	},
	{ ...own, type: 'channel.hype_train.end', version: '2', scopes: hypeTrains, decode: decodeHypeTrain('end') },
	{ ...own, type: 'channel.ad_break.begin', scopes: [['channel:read:ads']], decode: broadcast.decodeAdBreak },
	{ ...asModerator, type: 'channel.shoutout.create', scopes: shoutouts, decode: broadcast.decodeShoutout },
	{ ...asModerator, type: 'channel.shoutout.receive', scopes: shoutouts, decode: broadcast.decodeShoutoutReceived },
	{ ...asModerator, type: 'channel.shield_mode.begin', scopes: shieldMode, decode: moderation.decodeShieldMode('on') },
	{ ...asModerator, type: 'channel.shield_mode.end', scopes: shieldMode, decode: moderation.decodeShieldMode('off') },
	{ ...own, type: 'channel.update', version: '2', decode: broadcast.decodeUpdate },
	{ ...raidsOut, type: 'channel.raid', decode: broadcast.decodeRaid },
	{
		...asChatter,
		type: 'channel.chat_settings.update',
		scopes: [['user:read:chat']],
		decode: moderation.decodeChatSettings
	},
	{ ...own, type: 'channel.ban', scopes: bans, decode: moderation.decodeBan },
	{ ...own, type: 'channel.unban', scopes: bans, decode: moderation.decodeUnban },
	{ ...asModerator, type: 'channel.unban_request.create', scopes: unbanRequests, decode: held.decodeUnbanRequest },
	{
		...asModerator,
		type: 'channel.unban_request.resolve',
		scopes: unbanRequests,
		decode: held.decodeUnbanRequestResolved
	},
	{ ...asModerator, type: 'channel.suspicious_user.message', scopes: suspicious, decode: held.decodeSuspiciousMessage },
	{ ...asModerator, type: 'channel.suspicious_user.update', scopes: suspicious, decode: held.decodeSuspiciousUser },
	{ ...asModerator, type: 'channel.warning.send', scopes: warnings, decode: moderation.decodeWarning },
	{
		...asModerator,
		type: 'channel.warning.acknowledge',
		scopes: warnings,
		decode: moderation.decodeWarningAcknowledged
	},
	{ ...own, type: 'channel.moderator.add', scopes: moderators, decode: moderation.decodeRole('moderator', 'given') },
	{ ...own, type: 'channel.moderator.remove', scopes: moderators, decode: moderation.decodeRole('moderator', 'taken') },
	{ ...own, type: 'channel.vip.add', scopes: vips, decode: moderation.decodeRole('vip', 'given') },
	{ ...own, type: 'channel.vip.remove', scopes: vips, decode: moderation.decodeRole('vip', 'taken') },
	{
		...asModerator,
		type: 'channel.moderate',
		version: '2',
		scopes: everyModeration,
		decode: moderation.decodeModeration
	},
	{ ...own, type: `${rewardType}.add`, scopes: redemptions, decode: decodeReward },
	{ ...own, type: `${rewardType}.update`, scopes: redemptions, decode: decodeReward },
	{ ...own, type: `${rewardType}.remove`, scopes: redemptions, decode: decodeReward },
	{ ...own, type: 'channel.goal.begin', scopes: goals, decode: decodeGoal('begin') },
	{ ...own, type: 'channel.goal.progress', scopes: goals, decode: decodeGoal('progress') },
	{ ...own, type: 'channel.goal.end', scopes: goals, decode: decodeGoal('end') },
	{
		...own,
		type: 'channel.charity_campaign.donate',
		scopes: [['channel:read:charity']],
		decode: support.decodeDonation
	},
	{ ...own, type: 'channel.subscription.end', scopes: subscriptions, decode: support.decodeSubscriptionEnd }
];
