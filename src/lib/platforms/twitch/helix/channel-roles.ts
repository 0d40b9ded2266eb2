import { requestHelix, type Helix } from './request.ts';

const endpoints = {
	moderator: { path: '/moderation/moderators', scope: 'channel:manage:moderators' },
	vip: { path: '/channels/vips', scope: 'channel:manage:vips' }
} as const;

/** A role that a streamer gives to a viewer. */
export interface RoleChange {
	readonly role: keyof typeof endpoints;
	readonly broadcasterId: string;
	readonly userId: string;
}

/** Gives a viewer a role. @see https://dev.twitch.tv/docs/api/reference/#add-channel-moderator */
export async function addRole(helix: Helix, change: RoleChange): Promise<void> {
	await requestHelix(helix, { method: 'POST', ...toCall(change) });
}

/** Takes a role from a viewer. @see https://dev.twitch.tv/docs/api/reference/#remove-channel-moderator */
export async function removeRole(helix: Helix, change: RoleChange): Promise<void> {
	await requestHelix(helix, { method: 'DELETE', ...toCall(change) });
}

function toCall({ role, broadcasterId, userId }: RoleChange) {
	return { ...endpoints[role], query: { broadcaster_id: broadcasterId, user_id: userId } };
}
