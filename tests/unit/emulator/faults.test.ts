import { expect, test } from 'vitest';
import type { Fault } from '#lib/emulator/faults.ts';
import { createFakeWorld, fakeOrigin } from '#tests/support/fake-world.ts';

function openChat() {
	const fake = createFakeWorld();
	const client = fake.environment.network.openSocket(`${fakeOrigin.replace('http', 'ws')}/twitch/irc`);
	const log: string[] = [];
	client.onopen = () => client.send('NICK justinfan1\r\nJOIN #tidalkit\r\n');
	client.onmessage = ({ data }) => log.push(String(data));
	client.onclose = ({ code }) => log.push(`closed ${code}`);
	return { ...fake, client, log };
}

test.each<[Fault, string, number, string]>([
	[{ endpoint: 'twitch/helix', kind: 'status', status: 401 }, '/twitch/helix/users', 401, '"Invalid OAuth token"'],
	[{ endpoint: 'twitch/helix', kind: 'status', status: 429 }, '/twitch/helix/users', 429, '"status":429'],
	[{ endpoint: 'twitch/oauth2/*', kind: 'status', status: 500 }, '/twitch/oauth2/token', 500, '"status":500'],
	[{ endpoint: 'theta/v1/oauth', kind: 'status', status: 503 }, '/theta/v1/oauth/token', 503, '"status":"ERROR"'],
	[{ endpoint: 'pubnub/', kind: 'status', status: 403 }, '/pubnub/v2/subscribe/k/c/0', 403, '"Access Manager"'],
	[{ endpoint: '*/oauth', kind: 'html' }, '/theta/v1/oauth/token', 200, '<!doctype html>'],
	[{ endpoint: 'twitch/helix', kind: 'malformed' }, '/twitch/helix/users', 200, '{"data":[{"id":']
])('the fault %o answers %s with %i', async (fault, path, status, part) => {
	const { world, environment } = createFakeWorld();
	world.gate.strike(fault);

	const answer = await environment.network.fetch(fakeOrigin + path);

	expect(answer.status).toBe(status);
	expect(await answer.text()).toContain(part);
});

test('the huge answer is ten megabytes', async () => {
	const { world, environment } = createFakeWorld();
	world.gate.strike({ endpoint: 'twitch/helix', kind: 'huge' });

	const answer = await environment.network.fetch(`${fakeOrigin}/twitch/helix/users`);

	expect((await answer.text()).length).toBeGreaterThan(10_000_000);
});

test('a fault strikes as often as it was asked to, and preflights do not count', async () => {
	const { world, environment } = createFakeWorld();
	const url = `${fakeOrigin}/twitch/helix/users`;
	world.gate.strike({ endpoint: 'twitch/helix', kind: 'status', status: 500, times: 2 });
	const statuses: number[] = [];

	await environment.network.fetch(url, { method: 'OPTIONS' });
	for (let count = 0; count < 3; count++) statuses.push((await environment.network.fetch(url)).status);

	expect(statuses).toEqual([500, 500, 401]);
});

test('a fault with a duration ends by itself', async () => {
	const { world, environment, clock } = createFakeWorld();
	const url = `${fakeOrigin}/twitch/helix/users`;
	world.gate.strike({ endpoint: 'twitch/', kind: 'drop', forMs: 60_000 });

	await expect(environment.network.fetch(url)).rejects.toBeInstanceOf(TypeError);
	await expect(environment.network.fetch(url)).rejects.toBeInstanceOf(TypeError);
	await clock.tickAsync(60_000);

	expect((await environment.network.fetch(url)).status).toBe(401);
});

test('a delayed answer comes when its time has passed', async () => {
	const { world, environment, clock } = createFakeWorld();
	world.gate.strike({ endpoint: 'twitch/helix', kind: 'delay', delayMs: 3_000 });
	let status = 0;
	void environment.network.fetch(`${fakeOrigin}/twitch/helix/users`).then((answer) => (status = answer.status));

	await clock.tickAsync(2_999);
	const before = status;
	await clock.tickAsync(1);

	expect([before, status]).toEqual([0, 401]);
});

test('drop cuts an open socket at once, and the next connection works', async () => {
	const { world, clock, log, environment } = openChat();
	await clock.tickAsync(0);

	const struck = world.gate.strike({ endpoint: 'twitch/irc', kind: 'drop' });
	await clock.tickAsync(0);
	const again = environment.network.openSocket(`${fakeOrigin.replace('http', 'ws')}/twitch/irc`);
	let opened = false;
	again.onopen = () => (opened = true);
	await clock.tickAsync(0);

	expect(struck).toBe(1);
	expect(log.at(-1)).toBe('closed 1006');
	expect(opened).toBe(true);
});

test('drop cuts a request that is being held', async () => {
	const { world, environment, clock } = createFakeWorld();
	const subscribe = `${fakeOrigin}/pubnub/v2/subscribe/sub-c-test/chat.usr1/0`;
	const { t } = (await (await environment.network.fetch(subscribe)).json()) as { t: { t: string } };
	const held = environment.network.fetch(`${subscribe}?tt=${t.t}`);
	const failed = expect(held).rejects.toBeInstanceOf(TypeError);
	await clock.tickAsync(10);

	world.gate.strike({ endpoint: 'pubnub/', kind: 'drop' });

	await failed;
});

test('a half-open socket stays open and passes nothing until the fault is cleared', async () => {
	const { world, clock, client, log } = openChat();
	await clock.tickAsync(0);
	const before = log.length;
	world.gate.strike({ endpoint: 'twitch/irc', kind: 'half-open' });

	client.send('PING :lost\r\n');
	world.twitch.deliver(':a!a@a PRIVMSG #tidalkit :lost too');
	await clock.tickAsync(1_000);
	const during = log.slice(before);
	world.faults.clear();
	client.send('PING :heard\r\n');
	await clock.tickAsync(0);

	expect(during).toEqual([]);
	expect(log.slice(before)).toEqual([expect.stringContaining('heard')]);
});

test('a half-open request hangs until its client gives up', async () => {
	const { world, environment, clock } = createFakeWorld();
	const abort = new AbortController();
	let settled = false;
	world.gate.strike({ endpoint: 'twitch/helix', kind: 'half-open' });
	const answer = environment.network.fetch(`${fakeOrigin}/twitch/helix/users`, { signal: abort.signal });
	void answer.catch(() => {}).finally(() => (settled = true));

	await clock.tickAsync(60_000);
	const before = settled;
	abort.abort();

	await expect(answer).rejects.toHaveProperty('name', 'AbortError');
	expect(before).toBe(false);
});

test('a fault of HTTP refuses the handshake of a socket', async () => {
	const { world, clock, log } = openChat();
	world.gate.strike({ endpoint: 'twitch/irc', kind: 'status', status: 503, times: 1 });

	await clock.tickAsync(0);

	expect(log).toEqual(['closed 1006']);
});
