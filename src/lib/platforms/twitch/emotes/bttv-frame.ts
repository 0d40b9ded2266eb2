import type { EmoteChange } from '#lib/model/emote-change.ts';
import { ProtocolError } from '#lib/model/errors.ts';
import * as v from 'valibot';
import { emoteName, pictureId } from '../picture-answer.ts';
import { decodeBttvEmotes } from './bttv.ts';
import { parseFrame, readFrame } from './event-frame.ts';

/** What changed in the emotes of a Twitch channel. */
export interface BttvNews {
	readonly userId: string;
	readonly change: EmoteChange;
}

/** A frame is about one emote. */
const longestFrame = 64 * 1024;
const channelPrefix = 'twitch:';

const frame = v.object({ name: v.string(), data: v.optional(v.unknown()) });
const channel = v.pipe(v.string(), v.regex(/^twitch:\d{1,20}$/));
const creation = v.object({ channel, emote: v.unknown() });
const update = v.object({ channel, emote: v.object({ id: pictureId, code: v.optional(emoteName) }) });
const deletion = v.object({ channel, emoteId: pictureId });

/** Decodes a frame; `undefined` for one of another kind. Throws `ProtocolError` for one in a wrong shape. @see https://github.com/night/betterttv/blob/master/src/socket-client.js */
export function decodeBttvFrame(text: string, imageUrl: string): BttvNews | undefined {
	const { name, data } = readFrame(frame, parseFrame(text, { longest: longestFrame }));
	switch (name) {
		case 'emote_create': {
			const { channel, emote } = readFrame(creation, data);
			const added = decodeBttvEmotes([emote], imageUrl);
			if (added.length === 0) throw new ProtocolError('malformed_frame', 'BetterTTV added something that is no emote.');
			return toNews(channel, { added });
		}
		case 'emote_update': {
			const { channel, emote } = readFrame(update, data);
			// Whatever else of an emote changes is not drawn.
			return emote.code === undefined ? undefined : toNews(channel, { renamed: [{ id: emote.id, name: emote.code }] });
		}
		case 'emote_delete': {
			const { channel, emoteId } = readFrame(deletion, data);
			return toNews(channel, { removed: [emoteId] });
		}
		default:
			return undefined;
	}
}

/** Asks to be told of a channel's changes. */
export function encodeJoin(userId: string): string {
	return encode('join_channel', userId);
}

/** Asks to be told no more. */
export function encodePart(userId: string): string {
	return encode('part_channel', userId);
}

function encode(name: string, userId: string): string {
	return JSON.stringify({ name, data: { name: `${channelPrefix}${userId}` } });
}

function toNews(channel: string, change: Partial<EmoteChange>): BttvNews {
	return {
		userId: channel.slice(channelPrefix.length),
		change: { added: [], removed: [], renamed: [], ...change }
	};
}
