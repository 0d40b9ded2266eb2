import * as v from 'valibot';
import { readBody } from '../gate.ts';
import { jsonAnswer } from '../http.ts';
import { accessTokenSeconds, sealAccessToken } from '../interactive/access-token.ts';
import { formatRoomId } from '../interactive/room-id.ts';
import type { Route } from '../router.ts';
import { readSealKeys } from '../sealed-claims.ts';
import { accountProof, confirmUser } from './platform-user.ts';

const tokenBody = v.strictObject(accountProof);
/** The client ID of our own pages. */
const clientId = 'tributary';

/** Gives our own pages the token that hosts the account's own room and joins any other as that account. */
export const roomTokenRoute: Route = {
	method: 'POST',
	pattern: '/api/rooms/token',
	async answer(context) {
		const { request, appOrigin, env, receivedAt } = context;
		const user = await confirmUser(await readBody(request, appOrigin, tokenBody), context);
		const keys = await readSealKeys(env.SEAL_KEY);
		return jsonAnswer({
			access_token: await sealAccessToken({ ...user, clientId }, keys, receivedAt),
			expires_in: accessTokenSeconds,
			token_type: 'Bearer',
			channelId: formatRoomId(user.platform, user.userId)
		});
	}
};
