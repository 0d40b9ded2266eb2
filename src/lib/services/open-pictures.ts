import type { ChannelRef } from '#lib/model/channel.ts';
import type { PictureService } from '#lib/model/chat-pictures.ts';
import type { PublicConfig } from '#lib/model/public-config.ts';
import { clients } from '#lib/platforms/clients.ts';
import { isRegisteredPlatform } from '#lib/platforms/manifests.ts';
import { systemEnvironment, type Environment } from '#lib/transport/environment.ts';
import { ChannelPictures } from './channel-pictures.ts';
import { openStorage } from './storage.ts';

/** What a page says about the pictures that it opens. */
export interface OpenPicturesOptions {
	readonly config: PublicConfig;
	/** Whether answers are kept in this browser. */
	readonly kept: boolean;
	readonly onOut: (services: readonly PictureService[]) => void;
	readonly appOrigin?: string;
	readonly environment?: Environment;
}

/** Starts to load a channel's pictures; `undefined` for a platform that has none. */
export async function openPictures(
	{ platform, key }: ChannelRef,
	{ config, kept, onOut, appOrigin = location.origin, environment = systemEnvironment }: OpenPicturesOptions
): Promise<ChannelPictures | undefined> {
	if (!isRegisteredPlatform(platform)) return undefined;
	const client = await clients[platform]();
	const platformPictures = await client.loadPictures?.();
	const sources = platformPictures?.findPictures({ channelKey: key, config, appOrigin, environment });
	if (!sources) return undefined;
	const storage = kept ? await openStorage('tributary-pictures') : undefined;
	return new ChannelPictures(sources, { environment, onOut, ...(storage && { storage }) });
}
