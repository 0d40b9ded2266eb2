import { m } from '#lib/paraglide/messages.js';

const words: Readonly<Record<string, () => string>> = {
	'chat:read': m.scope_read_chat,
	'chat:edit': m.scope_write_chat,
	'user:write:chat': m.scope_write_chat,
	'user:read:emotes': m.scope_read_emotes,
	'user:manage:chat_color': m.scope_chat_color,
	'user:manage:whispers': m.scope_whispers,
	'moderator:read:followers': m.scope_read_followers,
	'moderator:manage:announcements': m.scope_announcements,
	'moderator:manage:banned_users': m.scope_banned_users,
	'moderator:manage:chat_messages': m.scope_chat_messages,
	'moderator:manage:chat_settings': m.scope_chat_settings,
	'moderator:manage:shoutouts': m.scope_shoutouts,
	'moderator:manage:warnings': m.scope_warnings,
	'channel:manage:broadcast': m.scope_broadcast,
	'channel:manage:moderators': m.scope_moderators,
	'channel:manage:raids': m.scope_raids,
	'channel:manage:vips': m.scope_vips,
	'bits:read': m.scope_bits,
	'channel:edit:commercial': m.scope_commercial,
	'channel:manage:ads': m.scope_manage_ads,
	'channel:manage:polls': m.scope_polls,
	'channel:manage:predictions': m.scope_predictions,
	'channel:manage:redemptions': m.scope_redemptions,
	'channel:moderate': m.scope_moderate,
	'channel:read:ads': m.scope_read_ads,
	'channel:read:charity': m.scope_charity,
	'channel:read:goals': m.scope_goals,
	'channel:read:hype_train': m.scope_hype_train,
	'channel:read:subscriptions': m.scope_subscriptions,
	'clips:edit': m.scope_clips,
	'moderation:read': m.scope_moderation,
	'moderator:manage:automod': m.scope_automod,
	'moderator:manage:blocked_terms': m.scope_blocked_terms,
	'moderator:manage:shield_mode': m.scope_shield_mode,
	'moderator:manage:suspicious_users': m.scope_manage_suspicious,
	'moderator:manage:unban_requests': m.scope_unban_requests,
	'moderator:read:chat_settings': m.scope_read_chat_settings,
	'moderator:read:chatters': m.scope_chatters,
	'moderator:read:moderators': m.scope_read_moderators,
	'moderator:read:suspicious_users': m.scope_read_suspicious,
	'moderator:read:vips': m.scope_read_vips,
	'user:read:chat': m.scope_chat_events,
	'user:read:follows': m.scope_follows
};

/** What a permission lets us do, in everyday words; `undefined` for one that we never ask for. */
export function scopeWords(scope: string): string | undefined {
	return Object.hasOwn(words, scope) ? words[scope]?.() : undefined;
}
