import type { Identity } from '#lib/model/account.ts';
import { parseEach } from '#lib/model/parse-each.ts';
import * as v from 'valibot';
import { parseAnswer } from './parse-answer.ts';
import { requestHelix, type Helix } from './request.ts';
import { toIdentity, userEntry } from './users.ts';

const profilesAnswer = v.object({ data: v.array(v.unknown()) });

/** Who has a login; `undefined` where nobody has. @see https://dev.twitch.tv/docs/api/reference/#get-users */
export async function requestProfile(helix: Helix, login: string): Promise<Identity | undefined> {
	const body = await requestHelix(helix, { method: 'GET', path: '/users', query: { login } });
	const { data } = parseAnswer(profilesAnswer, body, 'Twitch did not say who this is.');
	const [user] = parseEach(userEntry, data);
	return user && toIdentity(user, helix.config.twitch.imageUrl);
}
