import { expect, test } from 'vitest';
import type { ConnectionError } from '#lib/model/errors.ts';
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

test('a 503 is trouble that passes', async () => {
	const { helix } = createHelix([answer(503, {})]);

	await expect(requestHelix(helix, call)).rejects.toMatchObject({ name: 'ConnectionError', code: 'server_trouble' });
});

test('a call that only reads is repeated once when the bucket was empty, after a rest', async () => {
	const { helix, calls, clock } = createHelix([answer(429, {}), answer(200, { data: [] })]);

	const reading = requestHelix(helix, call);
	await clock.tickAsync(200);
	expect(calls).toHaveLength(1);
	await clock.tickAsync(400);

	expect(await reading).toEqual({ data: [] });
	expect(calls).toHaveLength(2);
});

test('when the bucket stays empty the rests grow, and nothing is sent meanwhile', async () => {
	const { helix, calls, clock } = createHelix(Array.from({ length: 40 }, () => answer(429, {})));
	const results: Promise<string>[] = [];

	for (let second = 0; second < 120; second++) {
		results.push(
			requestHelix(helix, call).then(
				() => 'done',
				(error: ConnectionError) => error.code
			)
		);
		await clock.tickAsync(1_000);
	}
	await clock.tickAsync(10_000);

	expect(new Set(await Promise.all(results))).toEqual(new Set(['rate_limited']));
	expect(calls.length).toBeLessThan(16);
});

test('a call that changes something is never repeated, and its own limit stops no other', async () => {
	const { helix, calls } = createHelix([answer(429, {}), answer(200, { data: [] })]);

	await expect(requestHelix(helix, { ...call, method: 'POST' })).rejects.toMatchObject({ code: 'rate_limited' });
	expect(await requestHelix(helix, call)).toEqual({ data: [] });
	expect(calls).toHaveLength(2);
});

test('the 801st call waits for its point, and what would wait for more than some seconds is not sent', async () => {
	const { helix, calls, clock } = createHelix([]);
	const results = Array.from({ length: 900 }, () => requestHelix(helix, call).then(() => 'done', String));

	await clock.tickAsync(0);
	expect(calls).toHaveLength(800);
	await clock.tickAsync(1_000);
	expect(calls).toHaveLength(810);
	await clock.tickAsync(10_000);

	expect(calls).toHaveLength(850);
	expect(await results.at(-1)).toContain('no more requests');
});

test('a deletion without an id is never sent, since it would clear the chat', async () => {
	const { helix, calls } = createHelix([]);

	await expect(deleteMessage(helix, '1', '')).rejects.toMatchObject({ name: 'RejectionError', code: 'incomplete' });
	expect(calls).toEqual([]);
});
