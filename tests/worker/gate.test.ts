import { expect, test } from 'vitest';
import { appOrigin, env, obtainSeal, pageHeaders, startWorker, twitchGrant, type Answer } from './harness.ts';

const tokenPath = '/api/oauth/twitch/token';
const body = JSON.stringify({ code: 'a-code' });

function expectRefusal(answer: Answer, status: number, code: string) {
	expect(answer.status).toBe(status);
	expect(answer.error).toMatchObject({ class: 'bad_request', code });
}

test.each([
	'/api/nothing',
	'/api/',
	'/api/config/',
	'/api/oauth/mixer/token',
	'/api/oauth/constructor/token',
	'/other'
])('%s is a 404 in JSON', async (path) => {
	const { request } = startWorker();

	const answer = await request(path, { method: 'POST', headers: pageHeaders, body });

	expectRefusal(answer, 404, 'not_found');
	expect(answer.headers.get('Content-Type')).toContain('application/json');
});

test.each([
	[tokenPath, 'GET', 'POST'],
	[tokenPath, 'OPTIONS', 'POST'],
	[tokenPath, 'PUT', 'POST'],
	['/api/config', 'POST', 'GET'],
	['/api/config', 'OPTIONS', 'GET'],
	['/api/theta/users/usr1', 'DELETE', 'GET']
])('%s refuses %s and names the method it takes', async (path, method, allowed) => {
	const { request } = startWorker();

	const answer = await request(path, { method, headers: pageHeaders });

	expectRefusal(answer, 405, 'method_not_allowed');
	expect(answer.headers.get('Allow')).toBe(allowed);
});

test.each([
	['another origin', { Origin: 'https://evil.test' }],
	['a sibling subdomain', { Origin: 'https://x.tributary.test' }],
	['the same host over http', { Origin: 'http://tributary.test' }],
	['an opaque origin', { Origin: 'null' }],
	['a cross-site fetch', { 'Sec-Fetch-Site': 'cross-site' }],
	['a same-site fetch', { 'Sec-Fetch-Site': 'same-site' }],
	['a typed address', { 'Sec-Fetch-Site': 'none' }]
])('%s is refused before the body is looked at', async (_, headers) => {
	const { request } = startWorker();

	const answer = await request(tokenPath, { method: 'POST', headers: { ...pageHeaders, ...headers }, body: 'x' });

	expectRefusal(answer, 403, 'origin_not_allowed');
});

test('a request without an Origin is refused', async () => {
	const { request } = startWorker();

	const answer = await request(tokenPath, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });

	expectRefusal(answer, 403, 'origin_not_allowed');
});

test('an old browser without Sec-Fetch-Site is judged by its Origin alone', async () => {
	const { request } = startWorker(() => Response.json(twitchGrant));
	const headers = { Origin: appOrigin, 'Content-Type': 'application/json; charset=utf-8' };

	const answer = await request(tokenPath, { method: 'POST', headers, body });

	expect(answer.status).toBe(200);
});

test('APP_ORIGIN replaces the origin of the request', async () => {
	const { post } = startWorker(() => Response.json(twitchGrant), {}, { ...env, APP_ORIGIN: 'https://panel.test' });

	const fromPanel = await post(tokenPath, { code: 'a-code' }, { Origin: 'https://panel.test' });
	const fromWorker = await post(tokenPath, { code: 'a-code' });

	expect([fromPanel.status, fromWorker.status]).toEqual([200, 403]);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
	'a body of type "%s" is refused',
	async (type) => {
		const { request } = startWorker();

		const answer = await request(tokenPath, {
			method: 'POST',
			headers: { ...pageHeaders, 'Content-Type': type },
			body
		});

		expectRefusal(answer, 415, 'unsupported_media_type');
	}
);

test('a streamed body is refused once 8 KiB of it were read, not after all of it', async () => {
	const { worker } = startWorker();
	let sentBytes = 0;
	const endless = new ReadableStream<Uint8Array>({
		pull(controller) {
			sentBytes += 1024;
			controller.enqueue(new Uint8Array(1024).fill(0x20));
		}
	});

	const response = await worker.fetch(
		new Request(`${appOrigin}${tokenPath}`, { method: 'POST', headers: pageHeaders, body: endless }),
		env
	);

	expect(response.status).toBe(413);
	expect(sentBytes).toBeLessThan(64 * 1024);
});

test('a body of exactly 8 KiB is still read', async () => {
	const { request } = startWorker(() => Response.json(twitchGrant));

	const answer = await request(tokenPath, { method: 'POST', headers: pageHeaders, body: body.padEnd(8 * 1024) });

	expect(answer.status).toBe(200);
});

test.each([
	['nothing', ''],
	['no JSON', 'code=1'],
	['broken UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
	['an array', '[]'],
	['null', 'null'],
	['no code', '{}'],
	['a code that is no text', '{"code":1}'],
	['an empty code', '{"code":""}'],
	['a code with a space', '{"code":"a b"}'],
	['a code with a line break', '{"code":"a\\nb"}'],
	['a code outside ASCII', '{"code":"ä"}'],
	['a code of 513 characters', JSON.stringify({ code: 'x'.repeat(513) })],
	['a key too many', '{"code":"a","redirect_uri":"https://evil.test"}'],
	['a __proto__ key', '{"code":"a","__proto__":{}}']
])('%s as body is refused, and no platform is asked', async (_, text) => {
	const { request } = startWorker();

	const answer = await request(tokenPath, { method: 'POST', headers: pageHeaders, body: text });

	expectRefusal(answer, 400, 'malformed_body');
});

test.each([
	['/api/oauth/twitch/refresh', { refreshToken: 'raw' }],
	['/api/oauth/twitch/refresh', { sealedRefreshToken: '' }],
	['/api/oauth/twitch/refresh', { sealedRefreshToken: 'x'.repeat(6145) }],
	['/api/oauth/twitch/revoke', {}],
	['/api/oauth/twitch/revoke', { accessToken: ['a'] }],
	['/api/oauth/twitch/revoke', { accessToken: 'a', sealedRefreshToken: null }]
])('%s refuses %j', async (path, wrong) => {
	const { post } = startWorker();

	const answer = await post(path, wrong);

	expectRefusal(answer, 400, 'malformed_body');
});

test('every kind of answer is stored, framed, sniffed and shared by nobody', async () => {
	const sealedRefreshToken = await obtainSeal();
	const { request, post } = startWorker(() => Response.json(twitchGrant));

	const answers = [
		await post(tokenPath, { code: 'a-code' }),
		await post('/api/oauth/twitch/refresh', { sealedRefreshToken }),
		await post('/api/oauth/theta/revoke', { accessToken: 'a' }),
		await post(tokenPath, {}),
		await request('/api/nothing'),
		await request(tokenPath, { method: 'OPTIONS' })
	];

	for (const { headers } of answers) {
		expect(headers.get('Cache-Control')).toBe('no-store');
		expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
		expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; frame-ancestors 'none'");
		expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
		expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
	}
});
