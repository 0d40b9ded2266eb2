import { expect, test } from 'vitest';
import type { ChatMessage, Role } from '#lib/model/chat.ts';
import type { Chatter } from '#lib/ui/chat/chatter.ts';
import { isTimeout, moderationRights } from '#lib/ui/chat/moderation.ts';

const actor = { platform: 'twitch', userId: '1', login: 'pool', displayName: 'Pool' };

function chatter({ userId = '7', roles = [] as readonly Role[], platform = 'twitch' } = {}): Chatter {
	const author = { userId, login: 'otter', displayName: 'Otter', badges: [], roles };
	const message = { id: 'm1', author } as unknown as ChatMessage;
	return { channel: { platform, key: 'pool' }, author, key: 'k', message };
}

test.each([
	[1, true],
	[1_209_600, true],
	[0, false],
	[1.5, false],
	[Number.NaN, false],
	[1_209_601, false]
])('a time-out of %s seconds is one: %s', (seconds, expected) => {
	expect(isTimeout(seconds)).toBe(expected);
});

test.each([
	['the owner acts on a viewer', chatter(), actor, [], true, true],
	['the owner acts on a moderator', chatter({ roles: ['moderator'] }), actor, [], true, true],
	['a moderator acts on a viewer', chatter(), { ...actor, login: 'eel' }, ['moderator'], true, true],
	[
		'a moderator leaves moderators alone',
		chatter({ roles: ['moderator'] }),
		{ ...actor, login: 'eel' },
		['moderator'],
		false,
		false
	],
	[
		'a moderator leaves the owner alone',
		chatter({ roles: ['broadcaster'] }),
		{ ...actor, login: 'eel' },
		['moderator'],
		false,
		false
	],
	['one deletes only lines of oneself', chatter({ userId: '1', roles: ['broadcaster'] }), actor, [], true, false],
	['a viewer does nothing', chatter(), { ...actor, login: 'eel' }, ['vip'], false, false],
	['who is not signed in does nothing', chatter(), undefined, ['moderator'], false, false],
	['there is nothing to do on THETA.tv', chatter({ platform: 'theta' }), actor, ['moderator'], false, false]
] as const)('%s', (_name, line, account, roles, deletes, bans) => {
	expect(moderationRights(line, account, roles)).toEqual({ deletes, bans });
});
