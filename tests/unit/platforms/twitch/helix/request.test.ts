import { expect, test } from 'vitest';
import { deleteMessage } from '#lib/platforms/twitch/helix/chat-moderation.ts';
import { requestHelix } from '#lib/platforms/twitch/helix/request.ts';
import { answer, createHelix } from './helix-fixture.ts';

const call = { method: 'GET', path: '/users', query: { login: 'bo' } } as const;

test('a refused token is refreshed and tried once more', async () => {
	const { helix, calls } = createHelix([answer(401, { message: 'Invalid OAuth token' }), answer(200, { data: [] })]);

	const body = await requestHelix(helix, call);

	expect(body).toEqual({ data: [] });
	expect(calls.map(({ token }) => token)).toEqual(['Bearer first', 'Bearer newer']);
});

test('a token refused twice asks for a new sign-in', async () => {
	const refusal = () => answer(401, { message: 'Invalid OAuth token' });
	const { helix, calls } = createHelix([refusal(), refusal(), refusal()]);

	await expect(requestHelix(helix, call)).rejects.toMatchObject({ code: 'token_rejected' });
	expect(calls).toHaveLength(2);
});

test('a missing scope is named and calls for no refresh', async () => {
	const { helix, calls } = createHelix([answer(401, { message: 'Missing scope: moderator:manage:warnings' })]);

	await expect(requestHelix(helix, call)).rejects.toMatchObject({
		name: 'AuthorizationError',
		code: 'scope_missing',
		scope: 'moderator:manage:warnings'
	});
	expect(calls).toHaveLength(1);
});

test('a scope that is known to be missing is not asked for by a call', async () => {
	const { helix, calls } = createHelix([], ['chat:read']);

	await expect(requestHelix(helix, { ...call, scope: 'user:write:chat' })).rejects.toMatchObject({
		scope: 'user:write:chat'
	});
	expect(calls).toEqual([]);
});

test("another 401 is Twitch's refusal, in its words, without what could disturb the page", async () => {
	const { helix } = createHelix([answer(401, { message: 'The ID in broadcaster_id must \u202Ematch.' })]);

	await expect(requestHelix(helix, call)).rejects.toMatchObject({
		name: 'RejectionError',
		code: 'status_401',
		message: 'The ID in broadcaster_id must match.'
	});
});

test.each([
	[new Response(null, { status: 204 }), undefined],
	[answer(202, { data: [1] }), { data: [1] }]
])('an answer may be empty or late', async (response, body) => {
	const { helix } = createHelix([response]);

	expect(await requestHelix(helix, call)).toEqual(body);
});

test.each([
	[429, 'rate_limited'],
	[503, 'server_trouble']
])('a %i is trouble that passes', async (status, code) => {
	const { helix } = createHelix([answer(status, {})]);

	await expect(requestHelix(helix, call)).rejects.toMatchObject({ name: 'ConnectionError', code });
});

test('a deletion without an id is never sent, since it would clear the chat', async () => {
	const { helix, calls } = createHelix([]);

	await expect(deleteMessage(helix, '1', '')).rejects.toMatchObject({ name: 'RejectionError', code: 'incomplete' });
	expect(calls).toEqual([]);
});
