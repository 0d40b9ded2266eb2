import type { Identity } from '#lib/model/account.ts';

/** Where viewers play what is on in a streamer's room. */
export function viewerUrl(origin: string, { platform, userId, login }: Identity): string {
	const channel = platform === 'twitch' ? login : `${platform}:${userId}`;
	return new URL(`/play/${encodeURIComponent(channel)}`, origin).href;
}
