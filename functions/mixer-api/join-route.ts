import type { AccessClaims } from '../interactive/access-token.ts';
import { toMixerUserId } from '../interactive/mixer-user-id.ts';
import { sealParticipantKey, type ParticipantKey } from '../interactive/participant-key.ts';
import { formatRoomId } from '../interactive/room-id.ts';
import { openRoom } from '../interactive/room-namespace.ts';
import { randomText, randomUuid } from '../random-text.ts';
import type { RequestContext } from '../request-context.ts';
import type { Route } from '../router.ts';
import { readSealKeys } from '../sealed-claims.ts';
import { findRoomId } from './find-channel.ts';
import { toSocketOrigin } from './hosts-route.ts';
import { readBearer } from './mixer-tokens.ts';
import { openAnswer, openToAll } from './open-route.ts';

const level = 1;

/** Gives a viewer a seat in a channel's room, or an overlay a place to watch from; 404 names the room where no game is there yet. */
export const joinRoute: Route = {
	method: 'GET',
	pattern: '/api/v1/interactive/:channelId',
	open: openToAll,
	async answer(context) {
		const { request, env, appOrigin, parameter, receivedAt } = context;
		const room = await findRoomId(parameter, context);
		const watcher = new URL(request.url).searchParams.get('watch') === '1';
		const viewer = watcher ? undefined : await readBearer(context);
		const stub = openRoom(env, room);
		if (!(await stub.hosted())) return noGameAnswer(room);
		const seat = {
			room,
			sessionID: randomUuid(context.randomBytes),
			level,
			watcher,
			...toPerson(viewer, room, context)
		};
		const key = await sealParticipantKey(seat, await readSealKeys(env.SEAL_KEY), receivedAt);
		const address = `${toSocketOrigin(appOrigin)}/api/rooms/participant?channel=${encodeURIComponent(room)}`;
		const { sessionID, userID, username } = seat;
		const user = { sessionID, userID, username, level };
		const game = { clientId: (await stub.game()) ?? null };
		const addresses = { address, socketAddress: address };
		return openAnswer({ ...addresses, key, user, channelId: room, game, influence: 1, ...nothingStored });
	}
};

/** There are no stored projects, and no files of custom controls. */
const nothingStored = { version: null, contentAddress: null, ugcAddress: null };

function noGameAnswer(channelId: string): Response {
	const message = 'No game is connected to this channel just now.';
	return openAnswer({ statusCode: 404, error: 'no_game', message, channelId }, 404);
}

type Person = Pick<ParticipantKey, 'account' | 'userID' | 'username' | 'channelGroups'>;

function toPerson(viewer: AccessClaims | undefined, room: string, { randomBytes }: RequestContext): Person {
	if (!viewer)
		return { userID: 0, username: `Guest ${randomText('123456789', 4, randomBytes)}`, channelGroups: ['User'] };
	const account = formatRoomId(viewer.platform, viewer.userId);
	return {
		account,
		userID: toMixerUserId(viewer.platform, viewer.userId),
		username: viewer.displayName,
		channelGroups: account === room ? ['Owner', 'User'] : ['User']
	};
}
