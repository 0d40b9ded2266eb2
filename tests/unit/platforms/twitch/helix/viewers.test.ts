import { expect, test } from 'vitest';
import { requestViewer } from '#lib/platforms/twitch/helix/viewers.ts';
import { answer, createHelix } from './helix-fixture.ts';

const created = answer.bind(undefined, 200, { data: [{ created_at: '2020-05-01T00:00:00Z' }] });
const scope = 'moderator:read:followers';

function ask({ helix }: ReturnType<typeof createHelix>, { channelKey = 'ada', userId = '42', moderates = true } = {}) {
	return requestViewer({ ...helix, channelKey, userId, moderates });
}

test('the owner is told how old an account is and since when it follows', async () => {
	const server = createHelix([created(), answer(200, { data: [{ followed_at: '2024-01-02T00:00:00Z' }] })], [scope]);

	expect(await ask(server)).toEqual({ createdAt: Date.UTC(2020, 4, 1), followedAt: Date.UTC(2024, 0, 2) });
	expect(server.calls.map(({ call }) => call)).toEqual([
		'GET /users?id=42',
		'GET /channels/followers?broadcaster_id=7&user_id=42'
	]);
});

test('somebody who does not follow is told apart from somebody of whom it is not known', async () => {
	expect(await ask(createHelix([created(), answer(200, { total: 9, data: [] })], [scope]))).toMatchObject({
		followedAt: null
	});
	expect(await ask(createHelix([created()], [scope]), { moderates: false })).toEqual({
		createdAt: Date.UTC(2020, 4, 1)
	});
});

test('a scope that is missing is told, and Twitch is not asked in vain', async () => {
	const server = createHelix([created()], ['chat:read']);

	expect(await ask(server)).toEqual({ createdAt: Date.UTC(2020, 4, 1), missingScope: scope });
	expect(server.calls).toHaveLength(1);
});

test.each([[{}], [{ data: [{ created_at: 'long ago' }] }], ['<html>'], [null]])(
	'an answer like %j is not believed',
	async (body) => {
		await expect(ask(createHelix([answer(200, body)]), { moderates: false })).rejects.toThrow();
	}
);

test('without a viewer nobody is asked about', async () => {
	const server = createHelix([]);

	await expect(ask(server, { userId: '', moderates: false })).rejects.toMatchObject({ code: 'incomplete' });
	expect(server.calls).toEqual([]);
});
