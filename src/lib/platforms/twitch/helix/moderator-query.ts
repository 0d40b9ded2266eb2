import type { Helix } from './request.ts';

/** Names a channel and, as who acts in it, the connected account. */
export function moderatorQuery({ credentials }: Helix, broadcasterId: string) {
	return { broadcaster_id: broadcasterId, moderator_id: credentials.identity.userId } as const;
}
