import * as v from 'valibot';
import { numericId } from './answer-fields.ts';
import { parseAnswer } from './parse-answer.ts';
import { requestHelix, type Helix } from './request.ts';
import { toAvatarUrl } from './users.ts';

/** As many users as one call may ask about. */
export const mostUsers = 100;

const usersAnswer = v.object({
	data: v.array(v.object({ id: numericId, profile_image_url: v.optional(v.string(), '') }))
});

/** The profile pictures of up to a hundred users, by user ID. @see https://dev.twitch.tv/docs/api/reference/#get-users */
export async function requestAvatars(helix: Helix, userIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
	if (userIds.length === 0) return new Map();
	const query = { id: userIds.slice(0, mostUsers) };
	const body = await requestHelix(helix, { method: 'GET', path: '/users', query });
	const { data } = parseAnswer(usersAnswer, body, 'Twitch did not say how these users look.');
	const { imageUrl } = helix.config.twitch;
	return new Map(
		data.flatMap((user) => {
			const avatarUrl = toAvatarUrl(user.profile_image_url, imageUrl);
			return avatarUrl === undefined ? [] : [[user.id, avatarUrl] as const];
		})
	);
}
