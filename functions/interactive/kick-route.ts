import * as v from 'valibot';
import { Failure } from '../failure.ts';
import { readBody } from '../gate.ts';
import { jsonAnswer } from '../http.ts';
import type { Route } from '../router.ts';
import { readSealKeys } from '../sealed-claims.ts';
import { openAccessToken } from './access-token.ts';
import { formatRoomId } from './room-id.ts';
import { openRoom } from './room-namespace.ts';

const kickBody = v.strictObject({ accessToken: v.pipe(v.string(), v.maxLength(4096)) });

/** Ends whichever game client is seated in the room of the token's own channel, and tells it not to come back. */
export const kickRoute: Route = {
	method: 'POST',
	pattern: '/api/rooms/kick',
	async answer({ request, env, appOrigin, receivedAt }) {
		const { accessToken } = await readBody(request, appOrigin, kickBody);
		const keys = await readSealKeys(env.SEAL_KEY);
		const { platform, userId } = await openAccessToken(accessToken, keys, receivedAt).catch(() => {
			throw new Failure('access_token_invalid');
		});
		return jsonAnswer({ kicked: await openRoom(env, formatRoomId(platform, userId)).kick() });
	}
};
