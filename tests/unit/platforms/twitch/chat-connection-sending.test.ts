import { expect, test } from 'vitest';
import type { SendOptions } from '#lib/platforms/chat-connection.ts';
import { connect, identity, join, received, serve } from '#tests/support/twitch-connection.ts';

/** Waits until a line is on its way: what sends is loaded with the first one. `outcome` is the error, if any. */
async function startSending(page: ReturnType<typeof connect>, text: string, options?: SendOptions) {
	const outcome = page.connection.send(text, options).catch((error: unknown) => error);
	await expect.poll(() => received(page)).toContain('PRIVMSG');
	return { outcome };
}

test('a sent line is confirmed by USERSTATE and shown as the message it became', async () => {
	const page = connect(() => ({ identity, accessToken: async () => 'token-1' }));
	page.connection.open();
	await join(page);

	const { outcome } = await startSending(page, '  hello\r\nJOIN #other ');
	const nonce = /@client-nonce=(\S+) PRIVMSG #pool :hello JOIN #other\r\n$/.exec(received(page))?.[1];
	await serve(
		page,
		`@badges=broadcaster/1;display-name=Ada;id=own-1;client-nonce=${nonce} :tmi.twitch.tv USERSTATE #pool\r\n`
	);

	expect(await outcome).toBeUndefined();
	expect(page.events).toEqual([
		expect.objectContaining({ type: 'room-state' }),
		{
			type: 'message',
			message: expect.objectContaining({
				id: 'own-1',
				text: 'hello JOIN #other',
				author: expect.objectContaining({ userId: '7', displayName: 'Ada', roles: ['broadcaster'] })
			})
		}
	]);
});

test('a refused line is rejected with the word of Twitch, a changed mode is not taken for a refusal', async () => {
	const page = connect(() => ({ identity, accessToken: async () => 'token-1' }));
	page.connection.open();
	await join(page);

	const { outcome } = await startSending(page, 'hello');
	await serve(page, '@msg-id=slow_on :tmi.twitch.tv NOTICE #pool :Slow mode is on.\r\n');
	await serve(page, '@msg-id=msg_slowmode :tmi.twitch.tv NOTICE #pool :Wait.\r\n');

	expect(await outcome).toMatchObject({ name: 'RejectionError', code: 'msg_slowmode' });
	expect(page.events.at(-1)).toMatchObject({ notice: { kind: 'system', systemText: 'Slow mode is on.' } });
});

test('a line whose connection is lost is reported as unknown, and one without an answer times out', async () => {
	const page = connect(() => ({ identity, accessToken: async () => 'token-1' }));
	page.connection.open();
	await join(page);

	const { outcome: lost } = await startSending(page, 'one');
	page.sockets[0]?.server.close(1006);
	await page.clock.tickAsync(300);
	await join(page);
	const unanswered = page.connection.send('two').catch((error) => error);
	await page.clock.tickAsync(11_500);

	expect(await lost).toMatchObject({ name: 'ConnectionError', code: 'socket_closed' });
	expect(await unanswered).toMatchObject({ name: 'ConnectionError', code: 'timed_out' });
});

test.each([
	['', 'empty'],
	['   \n ', 'empty'],
	['x'.repeat(501), 'too_long']
])('a line of %j is refused before it is sent', async (text, code) => {
	const page = connect(() => ({ identity, accessToken: async () => 'token-1' }));

	await expect(page.connection.send(text)).rejects.toMatchObject({ code });
});

test('a reply over IRC names the message that it answers, and is shown as readers see it', async () => {
	const page = connect(() => ({ identity, accessToken: async () => 'token-1' }));
	page.connection.open();
	await join(page);
	const replyTo = { messageId: 'm-1', displayName: 'Bo', text: 'hi' };

	const { outcome } = await startSending(page, 'hello', { replyTo });
	const sent = /@client-nonce=(\S+);reply-parent-msg-id=m-1 PRIVMSG #pool :hello\r\n$/.exec(received(page));
	await serve(page, `@id=own-1;client-nonce=${sent?.[1]} :tmi.twitch.tv USERSTATE #pool\r\n`);

	expect(await outcome).toBeUndefined();
	expect(page.events.at(-1)).toMatchObject({ message: { text: '@Bo hello', replyTo } });
});

test('an id that could break out of its tag is refused', async () => {
	const page = connect(() => ({ identity, accessToken: async () => 'token-1' }));
	page.connection.open();
	await join(page);
	const replyTo = { messageId: 'm-1 PRIVMSG #other', displayName: 'Bo', text: 'hi' };

	await expect(page.connection.send('hello', { replyTo })).rejects.toMatchObject({ code: 'no_such_message' });
	expect(received(page)).not.toContain('#other');
});
