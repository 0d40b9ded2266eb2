import { expect, test } from 'vitest';
import { requestJson } from '#lib/transport/request.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

const url = 'https://api.invalid/users?access_token=canary';

function answering(fetch: (request: Request) => Response | Promise<Response>) {
	return createFakeEnvironment({ fetch }).environment;
}

test('an answer comes back with its status', async () => {
	const environment = answering(() => Response.json({ data: [] }, { status: 404 }));

	await expect(requestJson(environment, url)).resolves.toEqual({ status: 404, body: { data: [] } });
});

test('an empty body is no body', async () => {
	const environment = answering(() => new Response(null, { status: 204 }));

	await expect(requestJson(environment, url)).resolves.toEqual({ status: 204, body: undefined });
});

test.each([
	['HTML with status 200', () => new Response('<html>', { status: 200 }), 'malformed_answer'],
	['truncated JSON', () => new Response('{"data":['), 'malformed_answer'],
	['an answer over the limit', () => new Response(`"${'x'.repeat(2_000_000)}"`), 'too_large'],
	['status 429', () => new Response('', { status: 429 }), 'rate_limited'],
	['status 503', () => new Response('<html>', { status: 503 }), 'server_trouble'],
	['a network failure', () => Promise.reject(new TypeError('failed to fetch canary')), 'unreachable']
])('%s is an error named by what happens next, without the address', async (_, fetch, code) => {
	const error: Error & { code?: string } = await requestJson(answering(fetch), url).catch((thrown) => thrown);

	expect(error.code).toBe(code);
	expect(error.message).not.toContain('canary');
});

test('a server that never answers times out', async () => {
	const { environment, clock } = createFakeEnvironment({
		fetch: (request) =>
			new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason)))
	});

	const failing = requestJson(environment, url, {}, { timeoutMs: 5_000 }).catch((error) => error);
	await clock.tickAsync(5_001);

	expect(await failing).toMatchObject({ name: 'ConnectionError', code: 'timed_out' });
});
