import { expect, test } from 'vitest';
import { env, pageHeaders, startWorker, thetaError, thetaSuccess } from './harness.ts';

const path = '/api/theta/channels/usr0123456789abcdef/messages';
const message = { accessToken: 'theta-access', displayName: 'emberwake', text: 'hello :wave:' };

test('a line is sent with the secret in the query and the token in a header, and neither comes back', async () => {
	const { post, received, log } = startWorker(() => thetaSuccess({ client_secret: 'theta-secret' }));

	const { status, body, headers } = await post(path, message);

	expect([status, body]).toEqual([200, { sent: true }]);
	expect(headers.get('Cache-Control')).toBe('no-store');
	expect(received).toHaveLength(1);
	const [{ url, method, headers: sent, text }] = received as [(typeof received)[0]];
	expect([method, `${url.origin}${url.pathname}`]).toEqual([
		'POST',
		'https://api.theta.tv/v1/channel/usr0123456789abcdef/channel_action'
	]);
	expect(Object.fromEntries(url.searchParams)).toEqual({ client_id: 'theta-client', client_secret: 'theta-secret' });
	expect(sent.get('Authorization')).toBe('Bearer theta-access');
	expect(JSON.parse(text)).toEqual({
		type: 'chat_message',
		message: 'hello :wave:',
		display_name: 'emberwake',
		intl: false
	});
	expect(log.join()).not.toMatch(/secret|theta-access|hello/);
});

test.each([[true], [null], [[]], ['x'], [undefined]])(
	'a success that holds %j is one: nobody should send twice',
	async (body) => {
		const { post } = startWorker(() => thetaSuccess(body));

		const { status } = await post(path, message);

		expect(status).toBe(200);
	}
);

test.each([
	['without text', { ...message, text: undefined }],
	['of spaces', { ...message, text: '  ' }],
	['of two lines', { ...message, text: 'a\nb' }],
	['with a control character', { ...message, text: 'a\u0000b' }],
	['of 501 characters', { ...message, text: '😀'.repeat(501) }],
	['without a token', { ...message, accessToken: '' }],
	['with a token that breaks a header', { ...message, accessToken: 'a\r\nX: y' }],
	['without a name', { ...message, displayName: '' }],
	['with a name of 65 characters', { ...message, displayName: 'x'.repeat(65) }],
	['of a kind of its own', { ...message, type: 'gift_item' }],
	['with a text that is none', { ...message, text: { length: 1 } }]
])('a line %s is not sent', async (_, body) => {
	const { post, received } = startWorker();

	const { status, error } = await post(path, body);

	expect([status, error?.class, error?.code]).toEqual([400, 'bad_request', 'malformed_body']);
	expect(received).toEqual([]);
});

test('a line of 500 characters beyond the basic plane is sent', async () => {
	const { post } = startWorker(() => thetaSuccess(true));

	expect((await post(path, { ...message, text: '😀'.repeat(500) })).status).toBe(200);
});

test.each([
	['with GET', 405, { method: 'GET' }],
	['with OPTIONS', 405, { method: 'OPTIONS' }],
	['from another origin', 403, { method: 'POST', headers: { ...pageHeaders, Origin: 'https://evil.invalid' } }],
	['without an origin', 403, { method: 'POST', headers: { 'Content-Type': 'application/json' } }],
	['as a form', 415, { method: 'POST', headers: { ...pageHeaders, 'Content-Type': 'text/plain' } }],
	[
		'of 9 KiB',
		413,
		{ method: 'POST', headers: pageHeaders, body: JSON.stringify({ ...message, x: 'x'.repeat(9_000) }) }
	]
])('a request %s is refused before anybody is asked', async (_, expected, init) => {
	const { request, received } = startWorker();

	const { status } = await request(path, {
		...('body' in init || init.method !== 'POST' ? {} : { body: JSON.stringify(message) }),
		...init
	});

	expect(status).toBe(expected);
	expect(received).toEqual([]);
});

test.each(['usr1%2F..%2Fuser', 'a.b', '*', 'x'.repeat(65)])('"%s" is no channel', async (id) => {
	const { post, received } = startWorker();

	const { status, error } = await post(`/api/theta/channels/${id}/messages`, message);

	expect([status, error?.code]).toEqual([400, 'malformed_id']);
	expect(received).toEqual([]);
});

test.each([
	[
		'a dead token',
		thetaError({ error_code: 1010001, error_message: 'Invalid access token' }, 401),
		'reauth',
		'token_rejected'
	],
	['a wrong secret', thetaError({ error_code: 1000000, error_message: 'Invalid client' }), 'config', 'client_rejected'],
	[
		'a refusal of unknown meaning',
		thetaError({ error_code: 7, error_message: 'Slow down' }),
		'bad_request',
		'message_refused'
	],
	['a refusal without a body', Response.json({ status: 'ERROR' }), 'bad_request', 'message_refused'],
	['no envelope', Response.json({ sent: true }), 'retry', 'upstream_malformed'],
	['HTML', new Response('<html>'), 'retry', 'upstream_malformed'],
	['too many requests', new Response('', { status: 429 }), 'retry', 'rate_limited'],
	['a server error', thetaError({ error_code: 1010001 }, 500), 'retry', 'upstream_trouble']
])('%s is told as such', async (_, response, failureClass, code) => {
	const { post } = startWorker(() => response.clone());

	const { error, text } = await post(path, message);

	expect(error).toMatchObject({ class: failureClass, code });
	expect(text).not.toMatch(/theta-secret|theta-access|Slow down/);
});

test.each([{ THETA_CLIENT_ID: '' }, { THETA_CLIENT_SECRET: '' }, { THETA_API_URL: 'http://api.theta.tv/v1' }])(
	'with %j the server says that it is not set up, and sends no secret',
	async (change) => {
		const { post, received } = startWorker(undefined, {}, { ...env, ...change });

		const { error } = await post(path, message);

		expect(error).toMatchObject({ class: 'config', code: 'not_configured' });
		expect(received).toEqual([]);
	}
);
