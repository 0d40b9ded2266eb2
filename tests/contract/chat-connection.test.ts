import { describe, expect, test } from 'vitest';
import type { ChatEvent } from '#lib/model/chat.ts';
import { fragmentsText } from '#lib/model/fragment.ts';
import { clients } from '#lib/platforms/clients.ts';
import { isRegisteredPlatform, manifests, platformList } from '#lib/platforms/manifests.ts';
import { platformsUnderTest } from './support/platform-under-test.ts';

const ids = Object.keys(clients).filter(isRegisteredPlatform);

describe.each(ids)('%s', (id) => {
	async function connect() {
		const platform = platformsUnderTest[id]();
		const events: ChatEvent[] = [];
		const states: string[] = [];
		platform.connection.onEvent((event) => events.push(event));
		platform.connection.onStatus(({ state }) => states.push(state));
		platform.connection.open();
		await platform.pass(2_000);
		const texts = () => events.flatMap((event) => (event.type === 'message' ? [event.message.text] : []));
		return { platform, connection: platform.connection, events, states, texts };
	}

	test('opening connects, and tells each state', async () => {
		const { connection, states } = await connect();

		expect(connection.status.state).toBe('connected');
		expect(states[0]).toBe('connecting');
		expect(states.at(-1)).toBe('connected');
	});

	test('a line becomes a message of this channel, with an author and text that is the sum of its fragments', async () => {
		const { platform, connection, events } = await connect();

		platform.say('hello there');
		await platform.pass(100);

		const event = events.find(({ type }) => type === 'message');
		expect(event).toMatchObject({ message: { text: 'hello there', channel: connection.channel } });
		if (event?.type !== 'message') return;
		expect(fragmentsText(event.message.fragments)).toBe(event.message.text);
		expect(event.message.id).not.toBe('');
		expect(event.message.author.displayName).not.toBe('');
		expect(connection.channel.platform).toBe(id);
	});

	test('markup in a line stays text', async () => {
		const { platform, texts } = await connect();

		platform.say('<img src=x onerror=alert(1)>');
		await platform.pass(100);

		expect(texts()).toEqual(['<img src=x onerror=alert(1)>']);
	});

	test('opening twice brings every line once', async () => {
		const { platform, connection, texts } = await connect();

		connection.open();
		await platform.pass(2_000);
		platform.say('once');
		await platform.pass(100);

		expect(texts()).toEqual(['once']);
	});

	test('what nobody understands is skipped, what follows arrives', async () => {
		const { platform, connection, texts } = await connect();

		platform.sendGarbage();
		platform.say('after');
		await platform.pass(100);

		expect(texts()).toEqual(['after']);
		expect(connection.status.state).toBe('connected');
	});

	test('a cut connection comes back by itself', async () => {
		const { platform, connection, texts } = await connect();

		platform.cut();
		await platform.pass(3_000);
		platform.say('back again');
		await platform.pass(100);

		expect(connection.status.state).toBe('connected');
		expect(texts()).toEqual(['back again']);
	});

	test('while the server is away it waits, says until when, and a retry tries at once', async () => {
		const { platform, connection, states } = await connect();
		platform.setReachable(false);
		platform.cut();
		await platform.pass(120_000);
		const waiting = [...states];

		platform.setReachable(true);
		connection.retry();
		await platform.pass(1_000);

		expect(waiting).toContain('waiting');
		expect(waiting.slice(waiting.indexOf('waiting'))).not.toContain('connected');
		expect(connection.status.state).toBe('connected');
	});

	test('after closing nothing follows', async () => {
		const { platform, connection, texts } = await connect();

		connection.close();
		platform.say('too late');
		await platform.pass(60_000);

		expect(texts()).toEqual([]);
		expect(connection.status.state).toBe('closed');
	});

	test('it can send exactly where its manifest says so', async () => {
		const { connection } = await connect();

		expect(connection.send !== undefined).toBe(manifests[id].writable);
	});

	/** Sends while time passes, as an answer may need it. */
	async function send({ platform, connection }: Awaited<ReturnType<typeof connect>>, text: string): Promise<unknown> {
		const outcome = (connection.send?.(text) ?? Promise.reject(new Error('It cannot send.'))).then(
			() => 'sent',
			(error: unknown) => error
		);
		await platform.pass(30_000);
		return outcome;
	}

	test('a line that it sends is taken, and arrives once with the name of the account', async () => {
		const chat = await connect();

		const outcome = await send(chat, 'hello from here');

		expect(outcome).toBe('sent');
		expect(chat.texts()).toEqual(['hello from here']);
		const [event] = chat.events.filter(({ type }) => type === 'message');
		if (event?.type === 'message') expect(event.message.author.displayName.toLowerCase()).toMatch(/tidalkit|emberwake/);
	});

	test('markup that it sends arrives as it was written', async () => {
		const chat = await connect();

		await send(chat, '<b>"&amp;\\ \ud83d\ude00</b>');

		expect(chat.texts()).toEqual(['<b>"&amp;\\ \ud83d\ude00</b>']);
	});

	test.each(['', '  \r\n ', 'x'.repeat(501)])('%j is refused and not sent', async (text) => {
		const chat = await connect();

		expect(await send(chat, text)).toMatchObject({ name: 'RejectionError' });
		expect(chat.texts()).toEqual([]);
	});

	test('while the server is away, sending ends in not knowing whether it arrived', async () => {
		const chat = await connect();
		chat.platform.setReachable(false);
		chat.platform.cut();

		expect(await send(chat, 'anybody there')).toMatchObject({ name: 'ConnectionError' });
	});

	test('a token that expired is replaced while sending', async () => {
		const chat = await connect();
		chat.platform.expireTokens();

		expect(await send(chat, 'still me')).toBe('sent');
		expect(chat.texts()).toEqual(['still me']);
	});

	test.each(['', '   ', 'a,b', 'a/b', 'a*', 'a b', 'a\r\nb', '../x', 'x'.repeat(65), 'a:b'])(
		'%j is no channel',
		(input) => {
			expect(manifests[id].parseChannelKey(input)).toBeUndefined();
		}
	);

	test('its channel key survives being parsed again', async () => {
		const { connection } = await connect();

		expect(manifests[id].parseChannelKey(connection.channel.key)).toBe(connection.channel.key);
	});
});

test('every registered platform is listed, with its own id', () => {
	expect(platformList.map(({ id }) => id)).toEqual(Object.keys(clients));
});
