import type { Badge, ChatAuthor, Role } from '#lib/model/chat.ts';
import { cleanText } from '#lib/model/clean-text.ts';
import type { IrcTags } from './irc.ts';

const colorPattern = /^#[0-9a-f]{6}$/;

const longestName = 60;

const rolesByBadge: Readonly<Record<string, Role>> = {
	broadcaster: 'broadcaster',
	lead_moderator: 'moderator',
	moderator: 'moderator',
	vip: 'vip',
	founder: 'subscriber',
	subscriber: 'subscriber',
	staff: 'staff',
	admin: 'staff',
	global_mod: 'staff'
};

/** Reads who wrote a line from its tags; `login` comes from the prefix or the `login` tag. */
export function decodeAuthor(tags: IrcTags, login: string): ChatAuthor {
	const color = tags.get('color')?.toLowerCase() ?? '';
	const badges = parseBadges(tags.get('badges') ?? '');
	return {
		userId: tags.get('user-id') || login,
		login,
		displayName:
			cleanText((tags.get('display-name') ?? '').slice(0, longestName)).trim() || login.slice(0, longestName),
		...(colorPattern.test(color) && { color }),
		badges,
		roles: rolesOf(badges)
	};
}

/** Reads `set/version,set/version`; a version may hold further slashes. @see https://dev.twitch.tv/docs/chat/irc#privmsg-tags */
export function parseBadges(tag: string): Badge[] {
	if (tag === '') return [];
	return tag.split(',').flatMap((badge) => {
		const slash = badge.indexOf('/');
		return slash < 1 ? [] : [{ set: badge.slice(0, slash), version: badge.slice(slash + 1) }];
	});
}

function rolesOf(badges: readonly Badge[]): Role[] {
	const roles = badges.map((badge) => (Object.hasOwn(rolesByBadge, badge.set) ? rolesByBadge[badge.set] : undefined));
	return [...new Set(roles.filter((role) => role !== undefined))];
}
