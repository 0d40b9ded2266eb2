import type { PlatformId } from './platform-id.ts';

/** A channel as chat joins it; `key` is the lower-case login on Twitch and the owner's user ID on THETA.tv. */
export interface ChannelRef {
	readonly platform: PlatformId;
	readonly key: string;
}

/** Formats a channel as `platform:key`, unique across platforms. */
export function formatChannel(channel: ChannelRef): string {
	return `${channel.platform}:${channel.key}`;
}
