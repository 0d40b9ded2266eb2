import type { RoomState } from '#lib/model/chat.ts';
import * as v from 'valibot';
import { count } from './answer-fields.ts';
import { moderatorQuery } from './moderator-query.ts';
import { parseAnswer } from './parse-answer.ts';
import { requestHelix, type Helix } from './request.ts';

const path = '/chat/settings';
const scope = 'moderator:manage:chat_settings';

/** What the delay of a chat is told with. */
export const chatDelayScope = 'moderator:read:chat_settings';

/** Seconds between two messages of a viewer in slow mode. */
export const slowSeconds = { least: 3, most: 120 } as const;

/** Minutes, up to three months, that a viewer has to have followed; 0 lets every follower write. */
export const followersOnlyMinutes = { least: 0, most: 129_600 } as const;

/** Seconds for which a message can be held back for moderators. */
export const chatDelays = [2, 4, 6] as const;

/** The modes of a chat. */
export interface ChatModes extends RoomState {
	/** Seconds, 0 for none; absent where it is not told. */
	readonly delaySeconds?: number;
}

/** The modes to change, as Helix names them; a duration goes only with its mode switched on. */
export interface ChatSettingsChange {
	readonly emote_mode?: boolean;
	readonly follower_mode?: boolean;
	/** Minutes. */
	readonly follower_mode_duration?: number;
	readonly non_moderator_chat_delay?: boolean;
	/** Seconds. */
	readonly non_moderator_chat_delay_duration?: number;
	readonly slow_mode?: boolean;
	/** Seconds. */
	readonly slow_mode_wait_time?: number;
	readonly subscriber_mode?: boolean;
	readonly unique_chat_mode?: boolean;
}

const duration = v.nullish(count);
const settingsAnswer = v.object({
	data: v.tuple([
		v.object({
			emote_mode: v.boolean(),
			follower_mode: v.boolean(),
			follower_mode_duration: duration,
			non_moderator_chat_delay: v.nullish(v.boolean()),
			non_moderator_chat_delay_duration: duration,
			slow_mode: v.boolean(),
			slow_mode_wait_time: duration,
			subscriber_mode: v.boolean(),
			unique_chat_mode: v.boolean()
		})
	])
});

/** Asks for the modes of a chat. @see https://dev.twitch.tv/docs/api/reference/#get-chat-settings */
export async function requestChatModes(helix: Helix, broadcasterId: string): Promise<ChatModes> {
	const query = moderatorQuery(helix, broadcasterId);
	return parseModes(await requestHelix(helix, { method: 'GET', path, query }));
}

/** Changes some modes of a chat and returns all of them. @see https://dev.twitch.tv/docs/api/reference/#update-chat-settings */
export async function changeChatModes(
	helix: Helix,
	broadcasterId: string,
	change: Partial<ChatModes>
): Promise<ChatModes> {
	return parseModes(await requestChange(helix, broadcasterId, toSettings(change)));
}

/** Changes the modes of a chat. @see https://dev.twitch.tv/docs/api/reference/#update-chat-settings */
export async function updateChatSettings(
	helix: Helix,
	broadcasterId: string,
	change: ChatSettingsChange
): Promise<void> {
	await requestChange(helix, broadcasterId, change);
}

function requestChange(helix: Helix, broadcasterId: string, body: ChatSettingsChange): Promise<unknown> {
	return requestHelix(helix, { method: 'PATCH', path, scope, query: moderatorQuery(helix, broadcasterId), body });
}

function toSettings({
	slowSeconds: slow,
	followersOnlyMinutes: minutes,
	delaySeconds: delay,
	...rest
}: Partial<ChatModes>) {
	const { emoteOnly, subscribersOnly, uniqueChat } = rest;
	return {
		...(slow !== undefined && (slow > 0 ? { slow_mode: true, slow_mode_wait_time: slow } : { slow_mode: false })),
		...(minutes !== undefined &&
			(minutes >= 0 ? { follower_mode: true, follower_mode_duration: minutes } : { follower_mode: false })),
		...(delay !== undefined &&
			(delay > 0
				? { non_moderator_chat_delay: true, non_moderator_chat_delay_duration: delay }
				: { non_moderator_chat_delay: false })),
		...(emoteOnly !== undefined && { emote_mode: emoteOnly }),
		...(subscribersOnly !== undefined && { subscriber_mode: subscribersOnly }),
		...(uniqueChat !== undefined && { unique_chat_mode: uniqueChat })
	} satisfies ChatSettingsChange;
}

function parseModes(body: unknown): ChatModes {
	const [settings] = parseAnswer(settingsAnswer, body, 'Twitch did not say which modes the chat has.').data;
	const { non_moderator_chat_delay: delayed, non_moderator_chat_delay_duration: delay } = settings;
	return {
		emoteOnly: settings.emote_mode,
		followersOnlyMinutes: settings.follower_mode ? (settings.follower_mode_duration ?? 0) : -1,
		slowSeconds: settings.slow_mode ? (settings.slow_mode_wait_time ?? 0) : 0,
		subscribersOnly: settings.subscriber_mode,
		uniqueChat: settings.unique_chat_mode,
		...(typeof delayed === 'boolean' && { delaySeconds: delayed ? (delay ?? 0) : 0 })
	};
}
