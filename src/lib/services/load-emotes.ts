import type { ChannelRef } from '#lib/model/channel.ts';
import { clients } from '#lib/platforms/clients.ts';
import { isRegisteredPlatform } from '#lib/platforms/manifests.ts';
import type { EmoteOptions, OwnEmotes } from '#lib/platforms/platform.ts';
import { systemEnvironment } from '#lib/transport/environment.ts';

/** What a look-up of emotes needs besides its channel. */
export interface LoadEmotesOptions extends Pick<EmoteOptions, 'config'>, Partial<Pick<EmoteOptions, 'environment'>> {
	readonly credentials: EmoteOptions['credentials'] | undefined;
}

/** The platform's own emotes that the account may write in a channel; none without an account. Throws as the platform's calls do. */
export async function loadEmotes(
	{ platform, key }: ChannelRef,
	{ config, credentials, environment = systemEnvironment }: LoadEmotesOptions
): Promise<OwnEmotes> {
	const none: OwnEmotes = { groups: [] };
	if (!credentials || !isRegisteredPlatform(platform)) return none;
	const client = await clients[platform]();
	const pictures = await client.loadPictures?.();
	return (await pictures?.loadEmotes({ channelKey: key, credentials, config, environment })) ?? none;
}
