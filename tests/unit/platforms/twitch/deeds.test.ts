import { expect, test } from 'vitest';
import type { Role } from '#lib/model/chat.ts';
import type { ListedBan } from '#lib/model/listed-person.ts';
import { carryOut, changesBy, inverseOf, rolesAfter, type Deed, type DeedTarget } from '#lib/platforms/twitch/deeds.ts';
import { answer, createHelix } from './helix/helix-fixture.ts';

const now = Date.UTC(2026, 0, 1);

function target({
	userId = '42',
	roles = [] as readonly Role[],
	ban
}: { userId?: string; roles?: readonly Role[]; ban?: ListedBan } = {}): DeedTarget {
	return { broadcasterId: '7', person: { userId, login: 'otter', displayName: 'Otter' }, roles, ban };
}

async function callsOf(deed: Deed, whom: DeedTarget, answers: readonly Response[] = []) {
	const { helix, calls } = createHelix(answers);
	const outcome = await carryOut(helix, deed, whom).then(
		() => 'done',
		(error: Error) => error.message
	);
	return { outcome, calls: calls.map(({ call, body }) => [call, body] as const) };
}

const acting = 'broadcaster_id=7&moderator_id=7';

test.each<[Deed, string, unknown]>([
	[{ type: 'timeout', seconds: 600 }, `POST /moderation/bans?${acting}`, { data: { user_id: '42', duration: 600 } }],
	[{ type: 'ban', reason: 'spam' }, `POST /moderation/bans?${acting}`, { data: { user_id: '42', reason: 'spam' } }],
	[{ type: 'unban' }, `DELETE /moderation/bans?${acting}&user_id=42`, undefined],
	[
		{ type: 'warning', reason: 'calm' },
		`POST /moderation/warnings?${acting}`,
		{ data: { user_id: '42', reason: 'calm' } }
	],
	[{ type: 'role', role: 'vip', given: true }, 'POST /channels/vips?broadcaster_id=7&user_id=42', undefined],
	[
		{ type: 'role', role: 'moderator', given: false },
		'DELETE /moderation/moderators?broadcaster_id=7&user_id=42',
		undefined
	],
	[{ type: 'shoutout' }, 'POST /chat/shoutouts?from_broadcaster_id=7&to_broadcaster_id=42&moderator_id=7', undefined],
	[{ type: 'deletion', messageId: 'm-1' }, `DELETE /moderation/chat?${acting}&message_id=m-1`, undefined]
])('%j is one call', async (deed, call, body) => {
	expect(await callsOf(deed, target())).toEqual({ outcome: 'done', calls: [[call, body]] });
});

test.each<[Deed, string]>([
	[{ type: 'ban', reason: '' }, ''],
	[{ type: 'timeout', seconds: 60 }, 'otter'],
	[{ type: 'unban' }, '4 2'],
	[{ type: 'deletion', messageId: '' }, '42']
])('%j to "%s" names nobody or nothing exactly, and is not asked for', async (deed, userId) => {
	const { outcome, calls } = await callsOf(deed, target({ userId }));

	expect(outcome).not.toBe('done');
	expect(calls).toEqual([]);
});

test('who has the other role loses it first', async () => {
	const { calls } = await callsOf({ type: 'role', role: 'moderator', given: true }, target({ roles: ['vip'] }));

	expect(calls.map(([call]) => call)).toEqual([
		'DELETE /channels/vips?broadcaster_id=7&user_id=42',
		'POST /moderation/moderators?broadcaster_id=7&user_id=42'
	]);
});

test('where the new role is refused, the old one is given back', async () => {
	const refusal = answer(422, { message: 'They may not be one.' });
	const { outcome, calls } = await callsOf(
		{ type: 'role', role: 'moderator', given: true },
		target({ roles: ['vip'] }),
		[new Response(null, { status: 204 }), refusal]
	);

	expect(outcome).toBe('They may not be one.');
	expect(calls.at(-1)?.[0]).toBe('POST /channels/vips?broadcaster_id=7&user_id=42');
});

const timedOut: ListedBan = { endsAt: now + 90_000, reason: 'caps', by: 'Ada' };
const banned: ListedBan = { reason: 'spam', by: 'Ada' };

test.each<[string, Deed, DeedTarget, readonly Deed[]]>([
	['a ban is lifted', { type: 'ban', reason: '' }, target(), [{ type: 'unban' }]],
	['a time-out is lifted', { type: 'timeout', seconds: 60 }, target(), [{ type: 'unban' }]],
	[
		'a longer time-out gives way to what was left of the one before',
		{ type: 'timeout', seconds: 600 },
		target({ ban: timedOut }),
		[{ type: 'timeout', seconds: 90, reason: 'caps' }]
	],
	[
		'a ban gives way to the time-out before it',
		{ type: 'ban', reason: '' },
		target({ ban: timedOut }),
		[{ type: 'unban' }, { type: 'timeout', seconds: 90, reason: 'caps' }]
	],
	['a ban that was lifted is back', { type: 'unban' }, target({ ban: banned }), [{ type: 'ban', reason: 'spam' }]],
	['a ban of which nothing is known is not brought back', { type: 'unban' }, target(), []],
	[
		'a role that was taken is given',
		{ type: 'role', role: 'vip', given: false },
		target({ roles: ['vip'] }),
		[{ type: 'role', role: 'vip', given: true }]
	],
	[
		'a VIP who was made a moderator is a VIP again',
		{ type: 'role', role: 'moderator', given: true },
		target({ roles: ['vip'] }),
		[{ type: 'role', role: 'vip', given: true }]
	],
	['a warning stays', { type: 'warning', reason: 'calm' }, target(), []]
])('undone: %s', (_name, deed, whom, inverse) => {
	expect(inverseOf(deed, whom, now)).toEqual(inverse);
});

test('a time-out that has ended meanwhile is not given again', () => {
	expect(inverseOf({ type: 'unban' }, target({ ban: timedOut }), now + 90_000)).toEqual([]);
});

test('a swap of roles is told as both changes', () => {
	const changes = changesBy(
		{ type: 'role', role: 'vip', given: true },
		target({ roles: ['moderator', 'subscriber'] }),
		{
			by: 'Ada',
			now
		}
	);

	expect(changes.reduce(rolesAfter, ['moderator', 'subscriber'] as readonly Role[])).toEqual(['subscriber', 'vip']);
});
