import { helixError, jsonAnswer } from '../answers.ts';
import type { Room } from '../irc/room.ts';
import type { RoomModes } from '../irc/room-modes.ts';
import { missingParameter, readBody, readChannelCall, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';

const rules = { scope: 'moderator:manage:chat_settings', moderators: true } as const;
const delayScope = 'moderator:read:chat_settings';
const delays: readonly unknown[] = [2, 4, 6];

type Body = Readonly<Record<string, unknown>>;

/** Seconds that a room holds back what viewers write, 0 for none. */
type Delays = WeakMap<Room, number>;

/** The modes of a chat. @see https://dev.twitch.tv/docs/api/reference/#get-chat-settings */
export function chatSettingsEndpoints(parts: ChannelParts): readonly HelixEndpoint[] {
	const delaysOf: Delays = new WeakMap();
	return [
		{ method: 'GET', path: '/chat/settings', answer: (call) => answerRead(call, parts, delaysOf) },
		{ method: 'PATCH', path: '/chat/settings', answer: (call) => answerChange(call, parts, delaysOf) }
	];
}

/** Any token may read; the delay is told only to who acts as a moderator and may read the settings. */
function answerRead(call: HelixCall, parts: ChannelParts, delaysOf: Delays): Response {
	const { query, token } = call;
	const broadcasterId = query.get('broadcaster_id');
	if (!broadcasterId) return missingParameter('broadcaster_id');
	const owner = parts.accounts.byId(broadcasterId);
	const room = owner && parts.chat.findRoom(owner.login);
	if (!room || room === 'suspended') return helixError(400, 'The ID in broadcaster_id was not found.');
	const moderatorId = query.get('moderator_id');
	if (moderatorId && moderatorId !== token.userId)
		return helixError(401, "The ID in moderator_id must match the user ID found in the request's OAuth token.");
	const isToldDelay = moderatorId !== null && token.scopes.includes(delayScope);
	return jsonAnswer({ data: [formatSettings(room, isToldDelay ? (delaysOf.get(room) ?? 0) : undefined)] });
}

async function answerChange(call: HelixCall, parts: ChannelParts, delaysOf: Delays): Promise<Response> {
	const checked = readChannelCall(call, parts, rules);
	if (checked instanceof Response) return checked;
	const { room, actor } = checked;
	const body = await readBody(call.request);
	const change = readModes(body);
	if (typeof change === 'string') return helixError(400, change);
	const delay = readDelay(body);
	if (typeof delay === 'string') return helixError(400, delay);
	if (delay !== undefined) delaysOf.set(room, delay);
	if (Object.keys(change).length > 0) parts.chat.setModes(room.owner.login, change);
	tellSettings(parts, room);
	return jsonAnswer({ data: [{ ...formatSettings(room, delaysOf.get(room) ?? 0), moderator_id: actor.id }] });
}

/** Tells the modes of a room as EventSub names them. @see https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelchat_settingsupdate */
export function tellSettings({ notifications }: ChannelParts, room: Room): void {
	const { follower_mode_duration, slow_mode_wait_time, ...switches } = formatModes(room.modes);
	notifications.tell('channel.chat_settings.update', room.owner, {
		...switches,
		follower_mode_duration_minutes: follower_mode_duration,
		slow_mode_wait_time_seconds: slow_mode_wait_time
	});
}

function formatSettings({ owner, modes }: Room, delay: number | undefined) {
	return {
		broadcaster_id: owner.id,
		...formatModes(modes),
		...(delay !== undefined && {
			non_moderator_chat_delay: delay > 0,
			non_moderator_chat_delay_duration: delay > 0 ? delay : null
		})
	};
}

function formatModes(modes: RoomModes) {
	return {
		emote_mode: modes.emoteOnly,
		follower_mode: modes.followersOnlyMinutes >= 0,
		follower_mode_duration: modes.followersOnlyMinutes >= 0 ? modes.followersOnlyMinutes : null,
		slow_mode: modes.slowSeconds > 0,
		slow_mode_wait_time: modes.slowSeconds > 0 ? modes.slowSeconds : null,
		subscriber_mode: modes.subscribersOnly,
		unique_chat_mode: modes.uniqueChat
	};
}

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

function readDelay(body: Body): number | string | undefined {
	const mode = 'non_moderator_chat_delay';
	const { [mode]: on, [`${mode}_duration`]: value } = body;
	if (value !== undefined && on !== true) return `The ${mode} field must be set to true to use ${mode}_duration.`;
	if (typeof on !== 'boolean') return undefined;
	if (on && !delays.includes(value)) return `The value in ${mode}_duration is not valid.`;
	return on ? Number(value) : 0;
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
