import { helixError, jsonAnswer } from '../answers.ts';
import type { RoomModes } from '../irc/room-modes.ts';
import { SlidingWindow } from '../irc/sliding-window.ts';
import { readBody, readChannelCall, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';

const announceRules = { scope: 'moderator:manage:announcements', moderators: true } as const;
const settingsRules = { scope: 'moderator:manage:chat_settings', moderators: true } as const;
const announcementColors = ['PRIMARY', 'BLUE', 'GREEN', 'ORANGE', 'PURPLE'] as const;
const announcementWindowMs = 2_000;
const longestAnnouncement = 500;

/** What moderators do to a chat as a whole. @see https://dev.twitch.tv/docs/api/reference/#update-chat-settings */
export function chatRoomEndpoints(parts: ChannelParts): readonly HelixEndpoint[] {
	const announced = new SlidingWindow(announcementWindowMs);
	return [
		{ method: 'POST', path: '/chat/announcements', answer: (call) => answerAnnounce(call, parts, announced) },
		{ method: 'PATCH', path: '/chat/settings', answer: (call) => answerSettings(call, parts) }
	];
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

async function answerSettings(call: HelixCall, parts: ChannelParts): Promise<Response> {
	const checked = readChannelCall(call, parts, settingsRules);
	if (checked instanceof Response) return checked;
	const change = readModes(await readBody(call.request));
	if (typeof change === 'string') return helixError(400, change);
	parts.chat.setModes(checked.room.owner.login, change);
	const { modes, owner } = checked.room;
	return jsonAnswer({
		data: [
			{
				broadcaster_id: owner.id,
				emote_mode: modes.emoteOnly,
				follower_mode: modes.followersOnlyMinutes >= 0,
				follower_mode_duration: modes.followersOnlyMinutes >= 0 ? modes.followersOnlyMinutes : null,
				slow_mode: modes.slowSeconds > 0,
				slow_mode_wait_time: modes.slowSeconds > 0 ? modes.slowSeconds : null,
				subscriber_mode: modes.subscribersOnly,
				unique_chat_mode: modes.uniqueChat
			}
		]
	});
}

type Body = Readonly<Record<string, unknown>>;

/** The modes that a body changes, or what is wrong with it. */
function readModes(body: Body): Partial<RoomModes> | string {
	const slow = readTimed(body, { mode: 'slow_mode', duration: 'slow_mode_wait_time', from: 3, to: 120, usual: 30 });
	const follower = readTimed(body, {
		mode: 'follower_mode',
		duration: 'follower_mode_duration',
		from: 0,
		to: 129_600,
		usual: 0
	});
	if (typeof slow === 'string') return slow;
	if (typeof follower === 'string') return follower;
	return {
		...(slow && { slowSeconds: slow.on ? slow.value : 0 }),
		...(follower && { followersOnlyMinutes: follower.on ? follower.value : -1 }),
		...readSwitch(body, 'emote_mode', 'emoteOnly'),
		...readSwitch(body, 'subscriber_mode', 'subscribersOnly'),
		...readSwitch(body, 'unique_chat_mode', 'uniqueChat')
	};
}

function readSwitch(body: Body, key: string, mode: keyof RoomModes): Partial<RoomModes> {
	return typeof body[key] === 'boolean' ? { [mode]: body[key] } : {};
}

interface TimedMode {
	readonly mode: string;
	readonly duration: string;
	readonly from: number;
	readonly to: number;
	readonly usual: number;
}

/** A duration needs its mode switched on in the same call. */
function readTimed(
	body: Body,
	{ mode, duration, from, to, usual }: TimedMode
): { readonly on: boolean; readonly value: number } | string | undefined {
	const on = body[mode];
	const value = body[duration] ?? usual;
	if (body[duration] !== undefined && on !== true) return `The ${mode} field must be set to true to use ${duration}.`;
	if (typeof on !== 'boolean') return undefined;
	if (typeof value !== 'number' || value < from || value > to) return `The value in ${duration} is not valid.`;
	return { on, value };
}
