import { cleanText } from '#lib/model/clean-text.ts';
import { ConnectionError, RejectionError } from '#lib/model/errors.ts';
import * as v from 'valibot';
import { parseAnswer } from './parse-answer.ts';
import { requestHelix, type Helix } from './request.ts';

const sendAnswer = v.object({
	data: v.tuple([
		v.object({
			is_sent: v.boolean(),
			drop_reason: v.nullish(v.object({ code: v.string(), message: v.string() }))
		})
	])
});

/** A line, and whom it answers. */
export interface OutgoingMessage {
	readonly broadcasterId: string;
	readonly text: string;
	readonly replyParentId?: string;
}

/** Sends a line; one that Twitch drops is answered with 200 too. Throws `RejectionError` with the code of the drop. @see https://dev.twitch.tv/docs/api/reference/#send-chat-message */
export async function sendChatMessage(helix: Helix, message: OutgoingMessage): Promise<void> {
	const body = await requestSend(helix, message);
	const [sent] = parseAnswer(sendAnswer, body, 'Twitch did not say whether the line was sent.').data;
	if (sent.is_sent) return;
	const { code, message: reason } = sent.drop_reason ?? { code: 'dropped', message: '' };
	throw new RejectionError(code, cleanText(reason.slice(0, 300)).trim() || code);
}

/** A line that came too fast was certainly not sent, unlike one whose answer was lost. */
async function requestSend(helix: Helix, message: OutgoingMessage): Promise<unknown> {
	try {
		return await requestHelix(helix, {
			method: 'POST',
			path: '/chat/messages',
			scope: 'user:write:chat',
			body: {
				broadcaster_id: message.broadcasterId,
				sender_id: helix.credentials.identity.userId,
				message: message.text,
				...(message.replyParentId !== undefined && { reply_parent_message_id: message.replyParentId })
			}
		});
	} catch (error) {
		if (error instanceof ConnectionError && error.code === 'rate_limited')
			throw new RejectionError('msg_ratelimit', 'Twitch takes no more lines just now.', { cause: error });
		throw error;
	}
}
