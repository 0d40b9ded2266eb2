/** What a subscription of one type and version must name, and what its token must have been allowed. */
export interface SubscriptionRule {
	/** The keys of its condition; `reward_id` may be there or not. */
	readonly keys: readonly string[];
	/** One of each list. */
	readonly scopes: readonly (readonly string[])[];
}

type Scopes = SubscriptionRule['scopes'];

const b = ['broadcaster_user_id'];
const bm = ['broadcaster_user_id', 'moderator_user_id'];
const bu = ['broadcaster_user_id', 'user_id'];
const open: Scopes = [];

/** By `type version`. @see https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/ */
export const subscriptionRules: ReadonlyMap<string, SubscriptionRule> = new Map([
	...rules(b, open, ['stream.online', 'stream.offline', 'channel.update 2']),
	...rules(bm, [['moderator:read:followers']], ['channel.follow 2']),
	...rules(
		b,
		[['channel:read:subscriptions']],
		['channel.subscribe', 'channel.subscription.end', 'channel.subscription.gift', 'channel.subscription.message']
	),
	...rules(b, [['bits:read']], ['channel.cheer', 'channel.bits.use']),
	...rules(b, readOrManage('channel', 'polls'), phases('channel.poll')),
	...rules(b, readOrManage('channel', 'predictions'), [...phases('channel.prediction'), 'channel.prediction.lock']),
	...rules(
		b,
		[['channel:read:hype_train']],
		phases('channel.hype_train').map((type) => `${type} 2`)
	),
	...rules(b, [['channel:read:goals']], phases('channel.goal')),
	...rules(b, readOrManage('channel', 'redemptions'), [
		...['add', 'update', 'remove'].map((change) => `channel.channel_points_custom_reward.${change}`),
		...['add', 'update'].map((change) => `channel.channel_points_custom_reward_redemption.${change}`),
		'channel.channel_points_automatic_reward_redemption.add',
		'channel.channel_points_automatic_reward_redemption.add 2'
	]),
	...rules(
		b,
		[['channel:read:charity']],
		['donate', 'start', 'progress', 'stop'].map((change) => `channel.charity_campaign.${change}`)
	),
	...rules(b, [['channel:read:ads']], ['channel.ad_break.begin']),
	...rules(bm, readOrManage('moderator', 'shoutouts'), ['channel.shoutout.create', 'channel.shoutout.receive']),
	...rules(bm, readOrManage('moderator', 'shield_mode'), ['channel.shield_mode.begin', 'channel.shield_mode.end']),
	...rules(b, [['channel:moderate']], ['channel.ban', 'channel.unban']),
	...rules(b, [['moderation:read']], ['channel.moderator.add', 'channel.moderator.remove']),
	...rules(b, readOrManage('channel', 'vips'), ['channel.vip.add', 'channel.vip.remove']),
	...rules(bm, readOrManage('moderator', 'warnings'), ['channel.warning.send', 'channel.warning.acknowledge']),
	...rules(bm, readOrManage('moderator', 'unban_requests'), [
		'channel.unban_request.create',
		'channel.unban_request.resolve'
	]),
	...rules(
		bm,
		[['moderator:read:suspicious_users']],
		['channel.suspicious_user.message', 'channel.suspicious_user.update']
	),
	...rules(bm, [['moderator:manage:automod']], ['automod.message.hold 2', 'automod.message.update 2']),
	...rules(bu, [['user:read:chat']], ['channel.chat_settings.update']),
	...rules(
		bm,
		[
			...['blocked_terms', 'chat_settings', 'unban_requests', 'banned_users', 'chat_messages', 'warnings'].flatMap(
				(area) => readOrManage('moderator', area)
			),
			['moderator:read:moderators'],
			['moderator:read:vips']
		],
		['channel.moderate 2']
	)
]);

/** A raid is watched from one of its ends. */
export const raidKeys: readonly string[] = ['from_broadcaster_user_id', 'to_broadcaster_user_id'];

function rules(keys: readonly string[], scopes: Scopes, types: readonly string[]): [string, SubscriptionRule][] {
	return types.map((type) => [type.includes(' ') ? type : `${type} 1`, { keys, scopes }]);
}

function phases(type: string): readonly string[] {
	return ['begin', 'progress', 'end'].map((phase) => `${type}.${phase}`);
}

function readOrManage(owner: string, area: string): Scopes {
	return [[`${owner}:read:${area}`, `${owner}:manage:${area}`]];
}
