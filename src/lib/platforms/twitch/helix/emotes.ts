import { ProtocolError } from '#lib/model/errors.ts';
import type { Emote } from '#lib/model/fragment.ts';
import { parseEach } from '#lib/model/parse-each.ts';
import * as v from 'valibot';
import { emoteName, pictureId } from '../picture-answer.ts';
import { requestHelix, type Helix, type HelixRequest } from './request.ts';

/** An emote, and whose it is. */
export interface OwnedEmote extends Emote {
	/** The user ID of the channel that made it; absent for a global one. */
	readonly ownerId?: string;
}

/** What the list of an account's emotes takes. */
export const userEmotesScope = 'user:read:emotes';

/** An account with every emote there is must not ask for ever. */
const mostPages = 40;

const emotesAnswer = v.object({
	data: v.array(v.unknown()),
	pagination: v.optional(v.object({ cursor: v.optional(v.string()) }))
});
const emote = v.object({ id: pictureId, name: emoteName, owner_id: v.optional(v.string()) });

/** Every emote that the account may write in a channel. @see https://dev.twitch.tv/docs/api/reference/#get-user-emotes */
export async function requestUserEmotes(helix: Helix, broadcasterId: string): Promise<readonly OwnedEmote[]> {
	const query = { user_id: helix.credentials.identity.userId, broadcaster_id: broadcasterId };
	const emotes: OwnedEmote[] = [];
	let cursor: string | undefined;
	for (let page = 0; page < mostPages; page++) {
		const request = { path: '/chat/emotes/user', scope: userEmotesScope };
		const answer = await requestPage(helix, { ...request, query: { ...query, ...(cursor && { after: cursor }) } });
		emotes.push(...answer.emotes);
		cursor = answer.cursor;
		if (!cursor) break;
	}
	return emotes;
}

/** @see https://dev.twitch.tv/docs/api/reference/#get-global-emotes */
export async function requestGlobalEmotes(helix: Helix): Promise<readonly OwnedEmote[]> {
	return (await requestPage(helix, { path: '/chat/emotes/global' })).emotes;
}

/** @see https://dev.twitch.tv/docs/api/reference/#get-channel-emotes */
export async function requestChannelEmotes(helix: Helix, broadcasterId: string): Promise<readonly OwnedEmote[]> {
	const { emotes } = await requestPage(helix, { path: '/chat/emotes', query: { broadcaster_id: broadcasterId } });
	return emotes.map((one) => ({ ...one, ownerId: broadcasterId }));
}

async function requestPage(helix: Helix, request: Omit<HelixRequest, 'method'>) {
	const answer = v.safeParse(emotesAnswer, await requestHelix(helix, { ...request, method: 'GET' }));
	if (!answer.success) throw new ProtocolError('malformed_answer', 'Twitch sent its emotes in an unknown shape.');
	const { data, pagination } = answer.output;
	const emotes = parseEach(emote, data).map(({ id, name, owner_id }): OwnedEmote => ({
		provider: 'twitch',
		id,
		name,
		...(owner_id && { ownerId: owner_id })
	}));
	return { emotes, cursor: pagination?.cursor };
}
