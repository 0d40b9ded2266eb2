import type { EmoteGroup } from '#lib/model/chat-pictures.ts';
import { AuthorizationError } from '#lib/model/errors.ts';
import type { EmoteOptions, OwnEmotes } from '../platform.ts';
import {
	requestChannelEmotes,
	requestGlobalEmotes,
	requestUserEmotes,
	userEmotesScope,
	type OwnedEmote
} from './helix/emotes.ts';
import type { Helix } from './helix/request.ts';
import { requestUserId } from './helix/user-ids.ts';

/** Twitch's emotes that the account may write; without its leave for that list, the channel's and the global ones. */
export async function loadTwitchEmotes({
	channelKey,
	credentials,
	config,
	environment
}: EmoteOptions): Promise<OwnEmotes> {
	const helix: Helix = { credentials, config, environment };
	const { identity, scopes } = credentials;
	const broadcasterId = identity.login === channelKey ? identity.userId : await requestUserId(helix, channelKey);
	if (scopes?.includes(userEmotesScope) !== true) return loadOpenEmotes(helix, broadcasterId);
	try {
		return { groups: group(await requestUserEmotes(helix, broadcasterId), broadcasterId) };
	} catch (error) {
		if (!(error instanceof AuthorizationError && error.code === 'scope_missing')) throw error;
		return loadOpenEmotes(helix, broadcasterId);
	}
}

async function loadOpenEmotes(helix: Helix, broadcasterId: string): Promise<OwnEmotes> {
	const [own, everywhere] = await Promise.all([requestChannelEmotes(helix, broadcasterId), requestGlobalEmotes(helix)]);
	return { groups: group([...own, ...everywhere], broadcasterId), missingScope: userEmotesScope };
}

function group(emotes: readonly OwnedEmote[], broadcasterId: string): readonly EmoteGroup[] {
	const own = emotes.filter(({ ownerId }) => ownerId === broadcasterId);
	const others = emotes.filter(({ ownerId }) => ownerId !== broadcasterId);
	return [
		{ service: 'twitch' as const, global: false, emotes: own },
		{ service: 'twitch' as const, global: true, emotes: others }
	].filter((one) => one.emotes.length > 0);
}
