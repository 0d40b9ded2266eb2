import { helixError } from '../answers.ts';
import { SlidingWindow } from '../irc/sliding-window.ts';
import { readBody, readChannelCall, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';

const announceRules = { scope: 'moderator:manage:announcements', moderators: true } as const;
const announcementColors = ['PRIMARY', 'BLUE', 'GREEN', 'ORANGE', 'PURPLE'] as const;
const announcementWindowMs = 2_000;
const longestAnnouncement = 500;

/** What moderators do to a chat as a whole. @see https://dev.twitch.tv/docs/api/reference/#send-chat-announcement */
export function chatRoomEndpoints(parts: ChannelParts): readonly HelixEndpoint[] {
	const announced = new SlidingWindow(announcementWindowMs);
	return [{ method: 'POST', path: '/chat/announcements', answer: (call) => answerAnnounce(call, parts, announced) }];
}

async function answerAnnounce(call: HelixCall, parts: ChannelParts, announced: SlidingWindow): Promise<Response> {
	const checked = readChannelCall(call, parts, announceRules);
	if (checked instanceof Response) return checked;
	const { message, color = 'primary' } = await readBody(call.request);
	if (typeof message !== 'string' || message === '') return helixError(400, 'The message field is required.');
	const shown = announcementColors.find((name) => name.toLowerCase() === color);
	if (!shown) return helixError(400, 'The specified color is not valid.');
	const channel = checked.room.owner.login;
	if (!announced.take(channel, 1, parts.chat.clock.now())) return helixError(429, 'Too Many Requests');
	const login = checked.actor.login;
	const text = [...message].slice(0, longestAnnouncement).join('');
	parts.chat.notice({ type: 'announcement', channel, login, text, color: shown });
	return new Response(null, { status: 204 });
}
