import { expect, test } from 'vitest';
import { unbanUser } from '#lib/platforms/twitch/helix/bans.ts';
import { removeRole } from '#lib/platforms/twitch/helix/channel-roles.ts';
import { clearChat, deleteMessage } from '#lib/platforms/twitch/helix/chat-moderation.ts';
import { cancelRaid } from '#lib/platforms/twitch/helix/raids.ts';
import { requestHelix, type Helix, type HelixRequest } from '#lib/platforms/twitch/helix/request.ts';
import { deleteReward } from '#lib/platforms/twitch/helix/rewards.ts';
import { createHelix } from './helix-fixture.ts';

/** Every deletion, with one of its ids left to choose. */
const deletions: Readonly<Record<string, (helix: Helix, id: string) => Promise<unknown>>> = {
	'unban, whom': (helix, id) => unbanUser(helix, '1', id),
	'unban, where': (helix, id) => unbanUser(helix, id, '2'),
	'remove a moderator': (helix, id) => removeRole(helix, { role: 'moderator', broadcasterId: '1', userId: id }),
	'remove a VIP': (helix, id) => removeRole(helix, { role: 'vip', broadcasterId: '1', userId: id }),
	'delete a message': (helix, id) => deleteMessage(helix, '1', id),
	'clear a chat': (helix, id) => clearChat(helix, id),
	'delete a reward': (helix, id) => deleteReward(helix, '1', id),
	'delete a reward, where': (helix, id) => deleteReward(helix, id, 'r'),
	'cancel a raid': (helix, id) => cancelRaid(helix, id)
};

const wrongIds = ['', ' ', 'undefined,', '1&user_id=2', '*', '1 2', '../1'];

test.each(Object.keys(deletions).flatMap((name) => wrongIds.map((id) => [name, id] as const)))(
	'%s by "%s" is never sent',
	async (name, id) => {
		const { helix, calls } = createHelix([]);

		await expect(deletions[name]?.(helix, id)).rejects.toMatchObject({ name: 'RejectionError', code: 'incomplete' });
		expect(calls).toEqual([]);
	}
);

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
