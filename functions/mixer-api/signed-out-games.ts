import * as v from 'valibot';
import { readBody } from '../gate.ts';
import { jsonAnswer } from '../http.ts';
import type { AccessClaims } from '../interactive/access-token.ts';
import { formatRoomId } from '../interactive/room-id.ts';
import { openRoom } from '../interactive/room-namespace.ts';
import type { RequestContext } from '../request-context.ts';
import type { Route } from '../router.ts';
import { findGrant } from './find-grant.ts';
import { accountProof, confirmUser } from './platform-user.ts';

const signOutBody = v.strictObject(accountProof);

/** Takes back every token that games have for the account's channel, and ends whatever sits in its room. */
export const gameSignOutRoute: Route = {
	method: 'POST',
	pattern: '/api/rooms/sign-out-games',
	async answer(context) {
		const user = await confirmUser(await readBody(context.request, context.appOrigin, signOutBody), context);
		const room = formatRoomId(user.platform, user.userId);
		await findGrant('channel', room, context).signOutGames(context.receivedAt);
		await openRoom(context.env, room).kick();
		return jsonAnswer({ signedOut: true });
	}
};

/** Whether the streamer took back what they granted; tokens of our own pages are no grant. */
export async function isSignedOut(
	{ platform, userId, grantedAt }: Pick<AccessClaims, 'platform' | 'userId' | 'grantedAt'>,
	context: RequestContext
): Promise<boolean> {
	if (grantedAt === undefined) return false;
	return grantedAt <= (await findGrant('channel', formatRoomId(platform, userId), context).gamesSignedOutAt());
}
