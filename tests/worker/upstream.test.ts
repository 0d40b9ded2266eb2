import { expect, test } from 'vitest';
import { obtainSeal, startWorker, thetaGrant, thetaSuccess, twitchGrant, type Platform } from './harness.ts';

const never = new Promise<Response>(() => undefined);

function endless(): ReadableStream<Uint8Array> {
	return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(4096).fill(0x20)) });
}

function stalled(): ReadableStream<Uint8Array> {
	return new ReadableStream({
		start: (controller) => controller.enqueue(new TextEncoder().encode('{"access_token":'))
	});
}

function broken(): ReadableStream<Uint8Array> {
	return new ReadableStream({ pull: (controller) => controller.error(new Error('connection reset')) });
}

const json = { headers: { 'Content-Type': 'application/json' } };

/** A token answer of Twitch and of THETA.tv, and a user, all in one. */
const anyGrant = {
	...twitchGrant,
	status: 'SUCCESS',
	body: { ...thetaGrant, username: 'someone' }
};

const faults: [string, Platform, string][] = [
	['a network error', () => Promise.reject(new TypeError('Network connection lost')), 'upstream_unreachable'],
	['an answer that breaks off', () => new Response(broken(), json), 'upstream_unreachable'],
	['no answer', () => never, 'upstream_timeout'],
	['an answer that stalls', () => new Response(stalled(), json), 'upstream_timeout'],
	[
		'a 500',
		() => Response.json({ status: 500, message: 'Invalid refresh token' }, { status: 500 }),
		'upstream_trouble'
	],
	['a 503 in HTML', () => new Response('<html>', { status: 503 }), 'upstream_trouble'],
	['a 429', () => Response.json({ message: 'Invalid refresh token' }, { status: 429 }), 'rate_limited'],
	[
		'HTML with 200',
		() => new Response('<html><body>{}', { headers: { 'Content-Type': 'text/html' } }),
		'upstream_malformed'
	],
	['HTML with 403', () => new Response('<html>', { status: 403 }), 'upstream_malformed'],
	[
		'a redirect, even one that carries tokens',
		() => Response.json(anyGrant, { status: 302, headers: { Location: 'https://evil.test' } }),
		'upstream_malformed'
	],
	['an empty 200', () => new Response(null), 'upstream_malformed'],
	['truncated JSON', () => new Response('{"access_token":"a","tok', json), 'upstream_malformed'],
	['an endless answer', () => new Response(endless(), json), 'upstream_malformed'],
	[
		'65 KiB of JSON',
		() => Response.json({ access_token: 'a'.repeat(65 * 1024), token_type: 'bearer' }),
		'upstream_malformed'
	],
	['broken UTF-8', () => new Response(new Uint8Array([0x7b, 0xff, 0x7d]), json), 'upstream_malformed'],
	['an array', () => Response.json([{ access_token: 'a' }]), 'upstream_malformed'],
	['null', () => Response.json(null), 'upstream_malformed'],
	['a number', () => Response.json(1), 'upstream_malformed'],
	['deep nesting', () => new Response('['.repeat(60_000)), 'upstream_malformed'],
	['an empty object', () => Response.json({}), 'upstream_malformed']
];

test.each(faults)('%s is a passing trouble of every route', async (_, platform, code) => {
	const twitchSeal = await obtainSeal('twitch');
	const thetaSeal = await obtainSeal('theta');
	const { post, request } = startWorker(platform, { timeoutMs: 20 });

	const answers = [
		await post('/api/oauth/twitch/token', { code: 'a-code' }),
		await post('/api/oauth/twitch/refresh', { sealedRefreshToken: twitchSeal }),
		await post('/api/oauth/theta/token', { code: 'a-code' }),
		await post('/api/oauth/theta/refresh', { sealedRefreshToken: thetaSeal }),
		await request('/api/theta/users/usr1')
	];

	expect(answers.map(({ status, error }) => [status, error?.class, error?.code])).toEqual(
		answers.map(() => [503, 'retry', code])
	);
});

test.each([
	['token_type that nobody knows', { token_type: 'mac' }],
	['no token_type', { token_type: undefined }],
	['access token that is no text', { access_token: 1 }],
	['access token that would break a header', { access_token: 'a\r\nb' }],
	['empty access token', { access_token: '' }],
	['lifetime that is no number', { expires_in: {} }],
	['negative lifetime', { expires_in: -1 }],
	['refresh token that is no text', { refresh_token: ['a'] }],
	['scope that is an object', { scope: {} }],
	['scope that is a list of lists', { scope: [['a']] }]
])('a token answer with a %s is not trusted', async (_, change) => {
	const { post } = startWorker(() => Response.json({ access_token: 'a', token_type: 'bearer', ...change }));

	const { error } = await post('/api/oauth/twitch/token', { code: 'a-code' });

	expect(error).toMatchObject({ class: 'retry', code: 'upstream_malformed' });
});

test('a request that took too long is given up, not left running', async () => {
	let signal: AbortSignal | null | undefined;
	const { post } = startWorker(undefined, {
		timeoutMs: 20,
		send: (_, init) => {
			signal = init.signal;
			return never;
		}
	});

	await post('/api/oauth/twitch/token', { code: 'a-code' });

	expect(signal?.aborted).toBe(true);
});

test('a mistake of our own is a passing trouble too, and says nothing of itself', async () => {
	const { request } = startWorker(() => thetaSuccess({ username: 'someone' }), {
		send: () => Promise.resolve({} as Response)
	});

	const { status, error } = await request('/api/theta/users/usr1');

	expect([status, error?.class]).toEqual([503, 'retry']);
});
