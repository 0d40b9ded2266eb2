import type { ChannelRef } from '#lib/model/channel.ts';

/** The address of the chat overlay of some channels; it carries their names and no power. */
export function overlayUrl(origin: string, channels: readonly ChannelRef[], { strikeRemoved = false } = {}): string {
	const platforms = [...new Set(channels.map(({ platform }) => platform))];
	const parameters = platforms.map((platform) => {
		const keys = channels.filter((channel) => channel.platform === platform).map(({ key }) => encodeURIComponent(key));
		return `${platform}=${keys.join(',')}`;
	});
	if (strikeRemoved) parameters.push('removed=strike');
	return `${origin}/overlay/chat?${parameters.join('&')}`;
}
