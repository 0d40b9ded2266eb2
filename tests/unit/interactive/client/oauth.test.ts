import { expect, test } from 'vitest';
import { OAuthClient } from '#lib/interactive/client/oauth-client.ts';
import type { OAuthShortCode } from '#lib/interactive/client/oauth-short-code.ts';
import { ShortCodeError } from '#lib/interactive/client/short-code-errors.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

const issued = { code: 'K7QX2M', handle: 'h/1', expires_in: 120 };
const tokens = { access_token: 'a', refresh_token: 'r', expires_in: 21_599, token_type: 'Bearer' };

test('a code is asked for, waited for and exchanged', async () => {
	const { client, clock, requests } = server(
		Response.json(issued),
		new Response(null, { status: 204 }),
		new Response(null, { status: 503 }),
		Response.json({ code: 'authorization' }),
		Response.json(tokens)
	);
	const startedAt = clock.now;
	const shortCode = await client.getCode();
	const accepted = shortCode.accepted();
	await clock.tickAsync(6_000);

	expect([shortCode.code, shortCode.expiresAt - startedAt]).toEqual(['K7QX2M', 120_000]);
	expect(await accepted).toEqual({ access: 'a', refresh: 'r', expiresAt: startedAt + 6_000 + 21_599_000 });
	expect(requests).toEqual([
		['POST', '/api/v1/oauth/shortcode', { client_id: 'game', client_secret: 's', scope: 'interactive:robot:self' }],
		['GET', '/api/v1/oauth/shortcode/check/h%2F1', undefined],
		['GET', '/api/v1/oauth/shortcode/check/h%2F1', undefined],
		['GET', '/api/v1/oauth/shortcode/check/h%2F1', undefined],
		[
			'POST',
			'/api/v1/oauth/token',
			{ client_id: 'game', client_secret: 's', grant_type: 'authorization_code', code: 'authorization' }
		]
	]);
});

test.each([
	[403, 'ShortCodeAccessDeniedError'],
	[404, 'ShortCodeTimeoutError'],
	[200, 'UnknownShortCodeError'],
	[418, 'UnknownShortCodeError']
])('a check that is answered with %d ends the wait with %s', async (status, name) => {
	const { client, clock } = server(Response.json(issued), new Response(null, { status }));
	const outcome = outcomeOf(await client.getCode());
	await clock.tickAsync(2_000);

	expect(await outcome).toMatchObject({ name });
	expect(await outcome).toBeInstanceOf(ShortCodeError);
});

test('a code that nobody enters ends by itself', async () => {
	const { client, clock } = server(Response.json({ ...issued, expires_in: 3 }));
	const outcome = outcomeOf(await client.getCode());
	await clock.tickAsync(4_000);

	expect(await outcome).toMatchObject({ name: 'ShortCodeTimeoutError' });
});

test('who waits can give up, and nothing is asked any more', async () => {
	const { client, clock, requests } = server(Response.json(issued));
	const abort = new AbortController();
	const outcome = outcomeOf(await client.getCode(), abort.signal);
	abort.abort(new Error('The game was closed.'));
	await clock.tickAsync(60_000);

	expect(await outcome).toMatchObject({ message: 'The game was closed.' });
	expect(requests).toHaveLength(1);
});

test('a game that is not known gets no code', async () => {
	const { client } = server(Response.json({}, { status: 404 }));

	await expect(client.getCode()).rejects.toMatchObject({ name: 'UnknownShortCodeError', status: 404 });
});

test('tokens are refreshed once, however many ask', async () => {
	const { client, requests } = server(Response.json({ ...tokens, refresh_token: 'r2' }));
	const [one, other] = await Promise.all([client.refresh({ refresh: 'r' }), client.refresh({ refresh: 'r' })]);

	expect(one).toMatchObject({ access: 'a', refresh: 'r2' });
	expect(other).toBe(one);
	expect(requests).toEqual([
		[
			'POST',
			'/api/v1/oauth/token',
			{ client_id: 'game', client_secret: 's', grant_type: 'refresh_token', refresh_token: 'r' }
		]
	]);
});

test.each([
	[400, { name: 'AuthorizationError', code: 'token_revoked' }],
	[503, { name: 'ConnectionError', code: 'server_trouble' }],
	[418, { name: 'UnknownShortCodeError' }]
])('a refresh that is answered with %d says what to do next', async (status, error) => {
	const { client } = server(Response.json({ error: 'invalid_grant' }, { status }));

	await expect(client.refresh({ refresh: 'r' })).rejects.toMatchObject(error);
});

function server(...answers: Response[]) {
	const requests: unknown[] = [];
	const { environment, clock } = createFakeEnvironment({
		async fetch(request) {
			const text = await request.text();
			requests.push([
				request.method,
				new URL(request.url).pathname,
				text === '' ? undefined : (JSON.parse(text) as unknown)
			]);
			return answers.shift() ?? new Response(null, { status: 204 });
		}
	});
	const options = { clientId: 'game', clientSecret: 's', host: 'https://own.example' };
	return { client: new OAuthClient(options, environment), clock, requests };
}

async function outcomeOf(shortCode: OAuthShortCode, signal?: AbortSignal): Promise<unknown> {
	try {
		return await shortCode.accepted(signal);
	} catch (error) {
		return error;
	}
}
