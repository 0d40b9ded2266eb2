import type { ChannelRef } from '#lib/model/channel.ts';
import { RejectionError } from '#lib/model/errors.ts';
import type { PublicConfig } from '#lib/model/public-config.ts';
import type { ChatConnection } from '#lib/platforms/chat-connection.ts';
import { clients } from '#lib/platforms/clients.ts';
import { isRegisteredPlatform } from '#lib/platforms/manifests.ts';
import type { ChatOptions, Credentials, SentTimes } from '#lib/platforms/platform.ts';
import { systemEnvironment, type Environment } from '#lib/transport/environment.ts';

/** What a chat connection needs besides its channel. */
export interface OpenChatOptions {
	readonly config: PublicConfig;
	readonly credentials: ChatOptions['credentials'];
	readonly botCredentials?: () => Credentials | undefined;
	readonly sentTimes?: SentTimes;
	readonly environment?: Environment;
	readonly missingSince?: number;
	readonly cursor?: string;
	readonly fillsGaps?: () => boolean;
}

/** Loads the channel's platform and creates its connection, not yet open; throws `RejectionError` for an unknown platform. */
export async function createChatConnection(channel: ChannelRef, options: OpenChatOptions): Promise<ChatConnection> {
	if (!isRegisteredPlatform(channel.platform))
		throw new RejectionError('unknown_platform', `There is no platform "${channel.platform}".`);
	const client = await clients[channel.platform]();
	return client.createChatConnection({
		channelKey: channel.key,
		config: options.config,
		credentials: options.credentials,
		environment: options.environment ?? systemEnvironment,
		...(options.botCredentials && { botCredentials: options.botCredentials }),
		...(options.sentTimes && { sentTimes: options.sentTimes }),
		...(options.missingSince !== undefined && { missingSince: options.missingSince }),
		...(options.cursor !== undefined && { cursor: options.cursor }),
		...(options.fillsGaps && { fillsGaps: options.fillsGaps })
	});
}
