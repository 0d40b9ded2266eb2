import type { ChatMessage, PowerUp } from '#lib/model/chat.ts';
import { m } from '#lib/paraglide/messages.js';

const powerUps: Readonly<Record<PowerUp, () => string>> = {
	effect: m.message_effect,
	gigantified: m.message_gigantified
};

/** What a message stands out by, in words: where it comes from, who it is by, what was spent on it. */
export function messageMarks(message: ChatMessage): string[] {
	const marks: string[] = [];
	if (message.source?.foreign) marks.push(m.message_shared());
	if (message.firstMessage) marks.push(m.message_first());
	if (message.returning) marks.push(m.message_returning());
	if (message.payment) marks.push(paymentText(message.payment));
	if (message.powerUp) marks.push(powerUps[message.powerUp]());
	if (message.rewardId !== undefined) marks.push(m.message_reward());
	return marks;
}

function paymentText({ amount, currency }: NonNullable<ChatMessage['payment']>): string {
	return new Intl.NumberFormat(undefined, { style: 'currency', currency }).format(amount);
}
