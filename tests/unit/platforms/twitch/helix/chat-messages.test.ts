import { expect, test } from 'vitest';
import { sendChatMessage } from '#lib/platforms/twitch/helix/chat-messages.ts';
import { answer, createHelix } from './helix-fixture.ts';

const message = { broadcasterId: '1', text: 'hello', replyParentId: 'm-1' } as const;

test('a line is sent as the connected account, with the message that it answers', async () => {
	const { helix, calls } = createHelix([answer(200, { data: [{ is_sent: true, drop_reason: null }] })]);

	await sendChatMessage(helix, message);

	expect(calls).toEqual([
		{
			call: 'POST /chat/messages',
			token: 'Bearer first',
			body: { broadcaster_id: '1', sender_id: '7', message: 'hello', reply_parent_message_id: 'm-1' }
		}
	]);
});

test('a 200 that says "not sent" is a refusal with its code', async () => {
	const dropped = { is_sent: false, drop_reason: { code: 'msg_rejected', message: 'Held.' } };
	const { helix } = createHelix([answer(200, { data: [dropped] })]);

	await expect(sendChatMessage(helix, message)).rejects.toMatchObject({
		name: 'RejectionError',
		code: 'msg_rejected',
		message: 'Held.'
	});
});

test('a line that came too fast was refused, a lost answer leaves it unknown and is not repeated', async () => {
	const fast = createHelix([answer(429, {})]);
	const lost = createHelix([answer(502, {})]);

	await expect(sendChatMessage(fast.helix, message)).rejects.toMatchObject({ code: 'msg_ratelimit' });
	await expect(sendChatMessage(lost.helix, message)).rejects.toMatchObject({ name: 'ConnectionError' });
	expect(lost.calls).toHaveLength(1);
});
