import type { ServerSocket } from '#lib/platforms/emulated-platform.ts';
import * as v from 'valibot';
import { formatBttvEmote } from './bttv.ts';
import type { EmoteEdit } from './emotes.ts';

const frame = v.object({
	name: v.picklist(['join_channel', 'part_channel']),
	data: v.object({ name: v.pipe(v.string(), v.regex(/^twitch:\d+$/)) })
});

/** BetterTTV's event socket, which neither greets nor answers. @see https://github.com/night/betterttv/blob/master/src/socket-client.js */
export class BttvEventServer {
	/** What each socket has joined. */
	readonly #joined = new Map<ServerSocket, Set<string>>();

	accept(socket: ServerSocket): boolean {
		const channels = new Set<string>();
		this.#joined.set(socket, channels);
		socket.onclose = () => this.#joined.delete(socket);
		socket.onmessage = (text) => {
			const { output, success } = v.safeParse(frame, parse(text));
			if (!success) return socket.close(1003, 'unknown message');
			if (output.name === 'join_channel') channels.add(output.data.name);
			else channels.delete(output.data.name);
		};
		return true;
	}

	/** Tells every socket that joined the channel. */
	tell(channelId: string, edit: EmoteEdit): void {
		const channel = `twitch:${channelId}`;
		const { name, ...news } = describe(edit);
		const text = JSON.stringify({ name, data: { channel, ...news } });
		for (const [socket, channels] of this.#joined) if (channels.has(channel)) socket.send(text);
	}

	/** Closes every socket. */
	reset(): void {
		for (const socket of [...this.#joined.keys()]) socket.close(1012, 'restart');
	}
}

function describe({ old, next }: EmoteEdit) {
	if (!next) return { name: 'emote_delete', emoteId: old.id };
	if (!old) return { name: 'emote_create', emote: formatBttvEmote(next) };
	return { name: 'emote_update', emote: { id: next.id, code: next.name } };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
