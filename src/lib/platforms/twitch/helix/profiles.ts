import type { Identity } from '#lib/model/account.ts';
import { parseEach } from '#lib/model/parse-each.ts';
import * as v from 'valibot';
import { parseAnswer } from './parse-answer.ts';
import { requestHelix, type Helix } from './request.ts';
import { toIdentity, userEntry } from './users.ts';

/** As many as can be asked about at once. */
export const mostProfiles = 100;

const profilesAnswer = v.object({ data: v.array(v.unknown()) });

/** Who some users are, by ID or by login; one that there is not is left out. @see https://dev.twitch.tv/docs/api/reference/#get-users */
export async function requestProfiles(
	helix: Helix,
	query: { readonly id: readonly string[] } | { readonly login: readonly string[] }
): Promise<readonly Identity[]> {
	const body = await requestHelix(helix, { method: 'GET', path: '/users', query });
	const { data } = parseAnswer(profilesAnswer, body, 'Twitch did not say who these users are.');
	return parseEach(userEntry, data).map((user) => toIdentity(user, helix.config.twitch.imageUrl));
}
