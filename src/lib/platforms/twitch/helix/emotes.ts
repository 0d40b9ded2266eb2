import type { Emote } from '#lib/model/fragment.ts';
import * as v from 'valibot';
import { emoteName, pictureId } from '../picture-answer.ts';
import { requestPage, requestPages } from './request-pages.ts';
import type { Helix } from './request.ts';

/** An emote, and whose it is. */
export interface OwnedEmote extends Emote {
	/** The user ID of the channel that made it; absent for a global one. */
	readonly ownerId?: string;
}

/** What the list of an account's emotes takes. */
export const userEmotesScope = 'user:read:emotes';

/** An account with every emote there is must not ask for ever. */
const mostEmotes = 10_000;

const emote = v.pipe(
	v.object({ id: pictureId, name: emoteName, owner_id: v.optional(v.string()) }),
	v.transform(({ id, name, owner_id }): OwnedEmote => ({
		provider: 'twitch',
		id,
		name,
		...(owner_id && { ownerId: owner_id })
	}))
);

/** Every emote that the account may write in a channel. @see https://dev.twitch.tv/docs/api/reference/#get-user-emotes */
export async function requestUserEmotes(helix: Helix, broadcasterId: string): Promise<readonly OwnedEmote[]> {
	const query = { user_id: helix.credentials.identity.userId, broadcaster_id: broadcasterId };
	const request = { path: '/chat/emotes/user', scope: userEmotesScope, query };
	const emotes: OwnedEmote[] = [];
	for await (const one of requestPages(helix, request, emote, { most: mostEmotes })) emotes.push(one);
	return emotes;
}

/** @see https://dev.twitch.tv/docs/api/reference/#get-global-emotes */
export async function requestGlobalEmotes(helix: Helix): Promise<readonly OwnedEmote[]> {
	return (await requestPage(helix, { path: '/chat/emotes/global' }, emote)).items;
}

/** @see https://dev.twitch.tv/docs/api/reference/#get-channel-emotes */
export async function requestChannelEmotes(helix: Helix, broadcasterId: string): Promise<readonly OwnedEmote[]> {
	const request = { path: '/chat/emotes', query: { broadcaster_id: broadcasterId } };
	return (await requestPage(helix, request, emote)).items.map((one) => ({ ...one, ownerId: broadcasterId }));
}
