import { isRegisteredPlatform, type RegisteredPlatformId } from '#lib/platforms/manifests.ts';

const longestUserId = 64;

/** Names a channel's room, the only one it has: `twitch:12826`. */
export function formatRoomId(platform: RegisteredPlatformId, userId: string): string {
	return `${platform}:${userId}`;
}

/** Reads a room's id; `undefined` for a platform that does not exist and for what cannot be a user's id. */
export function parseRoomId(
	text: string
): { readonly platform: RegisteredPlatformId; readonly userId: string } | undefined {
	const [platform = '', userId = '', ...rest] = text.split(':');
	if (rest.length > 0 || !isRegisteredPlatform(platform)) return undefined;
	return /^[\w-]+$/.test(userId) && userId.length <= longestUserId ? { platform, userId } : undefined;
}
