import type { Badge, ChatAuthor, Role } from '#lib/model/chat.ts';
import { cleanText } from '#lib/model/clean-text.ts';
import { remember } from '#lib/model/remember.ts';
import type { IrcTags } from './irc.ts';

const longestName = 60;
/** Many chatters share them. */
const standingOf = remember(decodeStanding);
const colorOf = remember(parseColor);

const rolesByBadge: ReadonlyMap<string, Role> = new Map([
	['broadcaster', 'broadcaster'],
	['lead_moderator', 'moderator'],
	['moderator', 'moderator'],
	['vip', 'vip'],
	['founder', 'subscriber'],
	['subscriber', 'subscriber'],
	['staff', 'staff'],
	['admin', 'staff'],
	['global_mod', 'staff']
]);

/** Reads who wrote a line from its tags; `login` comes from the prefix or the `login` tag. */
export function decodeAuthor(tags: IrcTags, login: string): ChatAuthor {
	const userId = tags.get('user-id') || login;
	const displayName = decodeName(tags.get('display-name')) || decodeName(login);
	const color = colorOf(tags.get('color') ?? '');
	const { badges, roles } = standingOf(tags.get('badges') ?? '');
	return color === undefined
		? { userId, login, displayName, badges, roles }
		: { userId, login, displayName, color, badges, roles };
}

/** A name as it may be shown; it may come with a space at its end. */
export function decodeName(name: string | undefined): string {
	if (name === undefined) return '';
	return cleanText(name.length > longestName ? name.slice(0, longestName) : name).trim();
}

/** Reads `set/version,set/version`; a version may hold further slashes. @see https://dev.twitch.tv/docs/chat/irc#privmsg-tags */
export function parseBadges(tag: string): Badge[] {
	const badges: Badge[] = [];
	for (let start = 0; start < tag.length;) {
		const comma = tag.indexOf(',', start);
		const end = comma === -1 ? tag.length : comma;
		const slash = tag.indexOf('/', start);
		if (slash === -1) break;
		if (slash > start && slash < end) badges.push({ set: tag.slice(start, slash), version: tag.slice(slash + 1, end) });
		start = end + 1;
	}
	return badges;
}

function decodeStanding(tag: string): Pick<ChatAuthor, 'badges' | 'roles'> {
	const badges = parseBadges(tag);
	return { badges, roles: rolesOf(badges) };
}

function rolesOf(badges: readonly Badge[]): Role[] {
	const roles: Role[] = [];
	for (const { set } of badges) {
		const role = rolesByBadge.get(set);
		if (role !== undefined && !roles.includes(role)) roles.push(role);
	}
	return roles;
}

/** Reads `#RRGGBB`. */
function parseColor(tag: string): string | undefined {
	if (tag.length !== 7 || !tag.startsWith('#')) return undefined;
	for (let index = 1; index < 7; index++) if (!isHexDigit(tag.charCodeAt(index))) return undefined;
	return tag.toLowerCase();
}

function isHexDigit(unit: number): boolean {
	return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 70) || (unit >= 97 && unit <= 102);
}
