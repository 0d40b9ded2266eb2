import type { Identity } from '#lib/model/account.ts';

/** A streamer's channel as the address of the viewers' page names it: a login on Twitch, else the room's id. */
export function viewerChannel({ platform, userId, login }: Identity): string {
	return platform === 'twitch' ? login : `${platform}:${userId}`;
}
