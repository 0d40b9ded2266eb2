import { RejectionError } from '#lib/model/errors.ts';
import * as v from 'valibot';
import { numericId } from './answer-fields.ts';
import { parseAnswer } from './parse-answer.ts';
import { requestHelix, type Helix } from './request.ts';

const usersAnswer = v.object({ data: v.array(v.object({ id: numericId })) });

/** Finds the user of a login. Throws `RejectionError` `no_such_user` with the login. @see https://dev.twitch.tv/docs/api/reference/#get-users */
export async function requestUserId(helix: Helix, login: string): Promise<string> {
	const body = await requestHelix(helix, { method: 'GET', path: '/users', query: { login } });
	const user = parseAnswer(usersAnswer, body, 'Twitch did not say which user this is.').data[0];
	if (!user) throw new RejectionError('no_such_user', login);
	return user.id;
}
