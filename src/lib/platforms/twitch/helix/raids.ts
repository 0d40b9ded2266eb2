import { requestHelix, type Helix } from './request.ts';

/** How long a raid is prepared before it goes off by itself. */
export const raidCountdownMs = 90_000;

const path = '/raids';
const scope = 'channel:manage:raids';

/** Prepares a raid, which goes off after 90 s. @see https://dev.twitch.tv/docs/api/reference/#start-a-raid */
export async function startRaid(helix: Helix, fromBroadcasterId: string, toBroadcasterId: string): Promise<void> {
	const query = { from_broadcaster_id: fromBroadcasterId, to_broadcaster_id: toBroadcasterId };
	await requestHelix(helix, { method: 'POST', path, scope, query });
}

/** Calls off a raid that has not gone off. @see https://dev.twitch.tv/docs/api/reference/#cancel-a-raid */
export async function cancelRaid(helix: Helix, broadcasterId: string): Promise<void> {
	await requestHelix(helix, { method: 'DELETE', path, scope, query: { broadcaster_id: broadcasterId } });
}
