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
	'channel:manage:vips': m.scope_vips
};

/** What a permission lets us do, in everyday words; `undefined` for one that we never ask for. */
export function scopeWords(scope: string): string | undefined {
	return Object.hasOwn(words, scope) ? words[scope]?.() : undefined;
}
