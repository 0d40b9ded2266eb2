import { expect, test } from 'vitest';
import { createFakeWorld, fakeOrigin } from '#tests/support/fake-world.ts';

test('raw lines reach whoever joined their channel, and the answer counts them', async () => {
	const { control, environment, clock } = createFakeWorld();
	const client = environment.network.openSocket('ws://127.0.0.1:8788/twitch/irc');
	const lines: string[] = [];
	client.onopen = () => client.send('CAP REQ :twitch.tv/tags\r\nNICK justinfan1\r\nJOIN #tidalkit\r\n');
	client.onmessage = ({ data }) => lines.push(String(data));
	await clock.tickAsync(0);

	const { body } = await control(
		'POST',
		'twitch/irc',
		'@id=1 :a!a@a PRIVMSG #tidalkit :one\r\n:b!b@b PRIVMSG #other :x'
	);
	await clock.tickAsync(0);

	expect(body).toEqual({ delivered: 1 });
	expect(lines.at(-1)).toBe('@id=1 :a!a@a PRIVMSG #tidalkit :one\r\n');
});

test.each(['bttv', '7tv'])('an emote of %s is added, renamed and removed by name, once', async (service) => {
	const { control } = createFakeWorld();
	const emote = { channelId: '100001', name: 'tideDance' };
	const call = async (method: string, more = {}) => {
		const { status, body } = await control(method, `${service}/emotes`, { ...emote, ...more });
		return status === 200 ? body : status;
	};

	expect(await call('POST')).toEqual({ added: 'tideDance' });
	expect(await call('POST')).toBe(400);
	expect(await call('PATCH', { newName: 'tideTurn' })).toEqual({ renamed: 'tideTurn' });
	expect(await call('DELETE')).toBe(400);
	expect(await call('DELETE', { name: 'tideTurn' })).toEqual({ removed: 'tideTurn' });
});

test('a THETA.tv message is published as it is', async () => {
	const { control, environment, clock } = createFakeWorld();
	const subscribe = `${fakeOrigin}/pubnub/v2/subscribe/sub-c-test/chat.usr1/0`;
	const { t } = (await (await environment.network.fetch(subscribe)).json()) as { t: { t: string } };
	const held = environment.network.fetch(`${subscribe}?tt=${t.t}`);
	await clock.tickAsync(10);

	const { body } = await control('POST', 'theta/chat', { channelId: 'usr1', message: { type: 'odd', data: [] } });

	expect(body).toMatchObject({ delivered: 1, timetoken: expect.stringMatching(/^\d{17}$/) as unknown });
	expect(await (await held).json()).toMatchObject({ m: [{ c: 'chat.usr1', d: { type: 'odd', data: [] } }] });
});

test.each([
	[
		{ fault: '429', endpoint: '/twitch/helix' },
		{ endpoint: 'twitch/helix', kind: 'status', status: 429 }
	],
	[
		{ fault: '5xx', endpoint: 'theta' },
		{ endpoint: 'theta', kind: 'status', status: 503 }
	],
	[
		{ fault: 401, endpoint: 'theta' },
		{ endpoint: 'theta', kind: 'status', status: 401 }
	],
	[
		{ fault: 'HTML', endpoint: 'theta' },
		{ endpoint: 'theta', kind: 'html' }
	],
	[
		{ kind: 'status', status: 500, endpoint: 'theta' },
		{ endpoint: 'theta', kind: 'status', status: 500 }
	],
	[
		{ kind: 'delay', ms: 20, endpoint: 'theta' },
		{ endpoint: 'theta', kind: 'delay', delayMs: 20 }
	],
	[
		{ fault: 'delay', endpoint: 'theta' },
		{ endpoint: 'theta', kind: 'delay', delayMs: 1000 }
	],
	[
		{ fault: 'half-open', endpoint: 'theta', times: 2 },
		{ endpoint: 'theta', kind: 'half-open', times: 2 }
	]
])('the fault %j is understood', async (given, understood) => {
	const { control } = createFakeWorld();

	const set = await control('POST', 'faults', given);
	const listed = await control('GET', 'faults');
	const cleared = await control('DELETE', 'faults');

	expect(set).toEqual({ status: 200, body: { struck: 0 } });
	expect(listed.body).toEqual({ faults: [understood] });
	expect(cleared.body).toEqual({ cleared: 1 });
});

test.each([
	['faults', { endpoint: 'twitch', kind: 'gremlins' }, /"kind" is wrong/],
	['faults', { kind: 'drop' }, /"endpoint" is wrong/],
	['faults', 'not json', /not JSON/],
	['theta/chat', { channelId: 'a,b', message: {} }, /"channelId" is wrong/],
	['theta/chat', { channelId: 'usr1' }, /"message" is/],
	['twitch/irc', ' ', /empty/],
	['twitch/tokens', { action: 'expire-access', login: 'nobody_at_all' }, /"login" names no account/],
	['twitch/tokens', { action: 'eat' }, /"action" is wrong/],
	['population', { running: 'yes' }, /"running" is wrong/]
])('POST /control/%s with %j is refused in a sentence', async (path, given, sentence) => {
	const { control } = createFakeWorld();

	const { status, body } = await control('POST', path, given);

	expect(status).toBe(400);
	expect(body['error']).toMatch(sentence);
});

test('the journal tells what was received, without passwords, codes and tokens', async () => {
	const { control, environment, clock } = createFakeWorld();
	const client = environment.network.openSocket('ws://127.0.0.1:8788/twitch/irc');
	client.onopen = () => client.send('PASS oauth:secret-1\r\nNICK tidalkit\r\n');
	const body = new URLSearchParams({
		grant_type: 'refresh_token',
		refresh_token: 'secret-2',
		client_secret: 'secret-3'
	});
	await environment.network.fetch(`${fakeOrigin}/twitch/oauth2/token`, { method: 'POST', body });
	const query = 'grant_type=authorization_code&code=secret-4&client_secret=secret-5';
	await environment.network.fetch(`${fakeOrigin}/theta/v1/oauth/token?${query}`, { method: 'POST' });
	await clock.tickAsync(0);

	const all = await control('GET', 'requests');
	const tokens = await control('GET', 'requests?path=/twitch/oauth2');
	const later = await control('GET', `requests?since=${clock.now + 1}`);

	expect(JSON.stringify(all.body)).not.toContain('secret-');
	expect(all.body['requests']).toContainEqual(expect.objectContaining({ type: 'line', line: 'PASS [redacted]' }));
	expect(tokens.body['requests']).toEqual([
		expect.objectContaining({ path: '/twitch/oauth2/token', method: 'POST', status: 400 })
	]);
	expect(tokens.body['requests']).toMatchObject([
		{ form: { grant_type: 'refresh_token', refresh_token: '[redacted]' } }
	]);
	expect(later.body).toEqual({ requests: [] });
});

test('reset closes every connection and forgets faults and journal', async () => {
	const { control, environment, clock } = createFakeWorld();
	const client = environment.network.openSocket('ws://127.0.0.1:8788/twitch/irc');
	let closed = 0;
	client.onclose = () => closed++;
	await clock.tickAsync(0);
	await control('POST', 'faults', { endpoint: 'twitch', kind: 'half-open' });

	const { body } = await control('POST', 'reset');
	await clock.tickAsync(0);

	expect(body).toEqual({ reset: true });
	expect(closed).toBe(1);
	expect((await control('GET', 'faults')).body).toEqual({ faults: [] });
});

test.each([
	['another host', 'http://tributary.example/control/reset', undefined],
	['a page of another site', `${fakeOrigin}/control/reset`, 'https://evil.example'],
	['a page without an origin', `${fakeOrigin}/control/reset`, 'null']
])('the control API refuses %s', async (_who, url, origin) => {
	const { world } = createFakeWorld();

	const answer = await world.fetch(new Request(url, { method: 'POST', headers: origin ? { origin } : {} }));

	expect(answer.status).toBe(403);
});

test('an unknown call names the known ones', async () => {
	const { control } = createFakeWorld();

	const { status, body } = await control('POST', 'constructor');

	expect(status).toBe(404);
	expect(body['error']).toContain('POST twitch/irc');
});
