import { expect, test } from 'vitest';
import type { ChatMessage, Role } from '#lib/model/chat.ts';
import { banCommands } from '#lib/platforms/twitch/commands/bans.ts';
import { takeWord } from '#lib/platforms/twitch/commands/command.ts';
import { messageCommands } from '#lib/platforms/twitch/commands/messages.ts';
import type { Chatter } from '#lib/ui/chat/chatter.ts';
import { formatModeration, longestReason, moderationRights, type ModerationAction } from '#lib/ui/chat/moderation.ts';

const actor = { platform: 'twitch', userId: '1', login: 'pool', displayName: 'Pool' };

function chatter({ userId = '7', roles = [] as readonly Role[], platform = 'twitch' } = {}): Chatter {
	const author = { userId, login: 'otter', displayName: 'Otter', badges: [], roles };
	const message = { id: 'm1', author } as unknown as ChatMessage;
	return { channel: { platform, key: 'pool' }, author, key: 'k', message };
}

test.each([
	[{ type: 'deletion', messageId: 'abc-1' }, '/delete abc-1'],
	[{ type: 'timeout', login: 'otter', seconds: 1 }, '/timeout otter 1s'],
	[{ type: 'timeout', login: 'otter', seconds: 1_209_600 }, '/timeout otter 1209600s'],
	[{ type: 'ban', login: 'otter', reason: '' }, '/ban otter'],
	[{ type: 'ban', login: 'otter', reason: 'spam\n/clear' }, '/ban otter spam /clear'],
	[{ type: 'pardon', login: 'otter' }, '/unban otter']
] as const)('%j is the command %s, which is understood', (action, command) => {
	const [name, words] = takeWord(formatModeration(action)?.slice(1) ?? '');
	const known = [...banCommands, ...messageCommands].find((one) => one.name === name);

	expect(formatModeration(action)).toBe(command);
	expect(known?.parse(words)).toBeTypeOf('function');
});

test.each<ModerationAction>([
	{ type: 'deletion', messageId: '' },
	{ type: 'deletion', messageId: ' ' },
	{ type: 'deletion', messageId: 'a b' },
	{ type: 'ban', login: '', reason: 'otter' },
	{ type: 'ban', login: 'otter mosslantern', reason: '' },
	{ type: 'timeout', login: '', seconds: 600 },
	{ type: 'timeout', login: 'otter', seconds: 0 },
	{ type: 'timeout', login: 'otter', seconds: 1.5 },
	{ type: 'timeout', login: 'otter', seconds: Number.NaN },
	{ type: 'timeout', login: 'otter', seconds: 1_209_601 },
	{ type: 'pardon', login: '\n' }
])('%j names nobody or nothing exactly, and is no command', (action) => {
	expect(formatModeration(action)).toBeUndefined();
});

test('a reason is cut to what fits into a line', () => {
	const command = formatModeration({ type: 'ban', login: 'otter', reason: 'x'.repeat(5_000) });

	expect(command).toHaveLength('/ban otter '.length + longestReason);
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
