import type { Environment } from '#lib/transport/environment.ts';
import * as v from 'valibot';
import { postToWorker } from './worker-request.ts';

const answer = v.object({ kicked: v.boolean() });

/** Ends whichever game sits in the room of the token's own channel; false where none did. Throws as `postToWorker` does. */
export async function endGame(environment: Environment, appOrigin: string, accessToken: string): Promise<boolean> {
	const { kicked } = await postToWorker(environment, `${appOrigin}/api/rooms/kick`, { body: { accessToken } }, answer);
	return kicked;
}
