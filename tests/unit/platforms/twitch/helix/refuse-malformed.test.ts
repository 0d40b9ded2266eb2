import { expect, test } from 'vitest';
import { unbanUser } from '#lib/platforms/twitch/helix/bans.ts';
import { removeBlockedTerm } from '#lib/platforms/twitch/helix/blocked-terms.ts';
import { removeRole } from '#lib/platforms/twitch/helix/channel-roles.ts';
import { clearChat, deleteMessage } from '#lib/platforms/twitch/helix/chat-moderation.ts';
import { deleteSubscription } from '#lib/platforms/twitch/helix/eventsub-subscriptions.ts';
import { cancelRaid } from '#lib/platforms/twitch/helix/raids.ts';
import { requestHelix, type Helix, type HelixRequest } from '#lib/platforms/twitch/helix/request.ts';
import { treatSuspiciousUser } from '#lib/platforms/twitch/helix/suspicious-users.ts';
import { helixEndpoints } from '#tests/fixtures/helix-endpoints.ts';
import { deleteReward } from '#lib/platforms/twitch/helix/rewards.ts';
import { createHelix } from './helix-fixture.ts';

type Deletion = (helix: Helix, id: string) => Promise<unknown>;

/** Every deletion, by what names what is deleted; of each name the call with another value. */
const deletions: Readonly<Record<string, Readonly<Record<string, Deletion>>>> = {
	'DELETE /moderation/bans': {
		broadcaster_id: (helix, id) => unbanUser(helix, id, '2'),
		user_id: (helix, id) => unbanUser(helix, '1', id)
	},
	'DELETE /moderation/moderators': {
		broadcaster_id: (helix, id) => removeRole(helix, { role: 'moderator', broadcasterId: id, userId: '2' }),
		user_id: (helix, id) => removeRole(helix, { role: 'moderator', broadcasterId: '1', userId: id })
	},
	'DELETE /channels/vips': {
		broadcaster_id: (helix, id) => removeRole(helix, { role: 'vip', broadcasterId: id, userId: '2' }),
		user_id: (helix, id) => removeRole(helix, { role: 'vip', broadcasterId: '1', userId: id })
	},
	'DELETE /moderation/chat': {
		broadcaster_id: (helix, id) => clearChat(helix, id),
		message_id: (helix, id) => deleteMessage(helix, '1', id)
	},
	'DELETE /moderation/blocked_terms': {
		broadcaster_id: (helix, id) => removeBlockedTerm(helix, id, 't-1'),
		id: (helix, id) => removeBlockedTerm(helix, '1', id)
	},
	'DELETE /moderation/suspicious_users': {
		broadcaster_id: (helix, id) => treatSuspiciousUser(helix, id, { userId: '2', treatment: 'none' }),
		user_id: (helix, id) => treatSuspiciousUser(helix, '1', { userId: id, treatment: 'none' })
	},
	'DELETE /channel_points/custom_rewards': {
		broadcaster_id: (helix, id) => deleteReward(helix, id, 'r-1'),
		id: (helix, id) => deleteReward(helix, '1', id)
	},
	'DELETE /raids': { broadcaster_id: (helix, id) => cancelRaid(helix, id) },
	'DELETE /eventsub/subscriptions': { id: (helix, id) => deleteSubscription(helix, id) }
};

const wrongIds = ['', ' ', 'undefined,', '1&user_id=2', '*', '1 2', '../1'];

test('every deletion is tried with every id that it takes', () => {
	const named = Object.entries(helixEndpoints).flatMap(([endpoint, { query = '' }]) => {
		const keys = query.replaceAll('?', '').split(' ');
		return endpoint.startsWith('DELETE ')
			? keys.filter((key) => key !== 'moderator_id').map((key) => `${endpoint} ${key}`)
			: [];
	});
	const tried = Object.entries(deletions).flatMap(([endpoint, calls]) =>
		Object.keys(calls).map((key) => `${endpoint} ${key}`)
	);

	expect(tried.toSorted()).toEqual(named.toSorted());
});

test.each(
	Object.entries(deletions).flatMap(([endpoint, calls]) =>
		Object.entries(calls).flatMap(([key, call]) => wrongIds.map((id) => [endpoint, key, id, call] as const))
	)
)('%s with the %s "%s" is never sent', async (_endpoint, _key, id, call) => {
	const { helix, calls } = createHelix([]);

	await expect(call(helix, id)).rejects.toMatchObject({ name: 'RejectionError', code: 'incomplete' });
	expect(calls).toEqual([]);
});

test.each<[string, Omit<HelixRequest, 'method' | 'path'>]>([
	['an empty list', { query: { id: [] } }],
	['a list with an empty id', { query: { user_id: ['1', ''] } }],
	['a word in place of a number', { query: { broadcaster_id: 'undefined' } }],
	['a body that names nobody', { body: { data: { user_id: '' } } }],
	['a body that names a channel by a word', { body: { broadcaster_id: 'null', title: 'x' } }],
	['an empty value', { query: { query: '' } }]
])('%s is refused whatever the call', async (_name, request) => {
	const { helix, calls } = createHelix([]);

	await expect(requestHelix(helix, { ...request, method: 'PATCH', path: '/polls' })).rejects.toMatchObject({
		code: 'incomplete'
	});
	expect(calls).toEqual([]);
});
