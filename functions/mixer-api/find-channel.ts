import { twitchManifest } from '#lib/platforms/twitch/manifest.ts';
import { Failure } from '../failure.ts';
import { formatRoomId, parseRoomId } from '../interactive/room-id.ts';
import type { RequestContext } from '../request-context.ts';
import { isTwitchId } from '../twitch/helix.ts';
import { findTwitchUserId } from '../twitch/user.ts';

/** The room of a channel that is named by the room's id, by Twitch's number or by a login on Twitch; throws a `Failure` for what names none. */
export async function findRoomId(parameter: string, context: RequestContext): Promise<string> {
	const name = decode(parameter);
	const room = parseRoomId(name);
	if (room) return formatRoomId(room.platform, room.userId);
	if (isTwitchId(name)) return formatRoomId('twitch', name);
	const login = twitchManifest.parseChannelKey(name);
	if (login === undefined) throw new Failure('user_not_found');
	return formatRoomId('twitch', await findTwitchUserId(login, context));
}

function decode(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		throw new Failure('user_not_found');
	}
}
