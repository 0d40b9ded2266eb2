import type { Identity } from '#lib/model/account.ts';
import { cleanText } from '#lib/model/clean-text.ts';
import type { PublicConfig } from '#lib/model/public-config.ts';
import type { Environment } from '#lib/transport/environment.ts';
import { assertSuccess, requestJson } from '#lib/transport/request.ts';
import * as v from 'valibot';
import { login, numericId } from './answer-fields.ts';
import { parseAnswer } from './parse-answer.ts';

/** A user as Helix lists one. */
export const userEntry = v.object({
	id: numericId,
	login,
	display_name: v.pipe(v.string(), v.maxLength(60)),
	profile_image_url: v.optional(v.string(), '')
});
const usersAnswer = v.object({ data: v.tuple([userEntry]) });

/** The user whose access token this is. @see https://dev.twitch.tv/docs/api/reference/#get-users */
export async function requestOwnUser(
	accessToken: string,
	config: PublicConfig,
	environment: Environment
): Promise<Identity> {
	const { status, body } = await requestJson(environment, `${config.twitch.apiUrl}/users`, {
		headers: { authorization: `Bearer ${accessToken}`, 'client-id': config.twitch.clientId ?? '' }
	});
	assertSuccess(status, 'Twitch did not accept the request for the user.');
	const [user] = parseAnswer(usersAnswer, body, 'Twitch did not say which user this is.').data;
	return toIdentity(user, config.twitch.imageUrl);
}

/** Who a user is, the picture on the fixed host. */
export function toIdentity(user: v.InferOutput<typeof userEntry>, imageUrl: string): Identity {
	const avatarUrl = toAvatarUrl(user.profile_image_url, imageUrl);
	return {
		platform: 'twitch',
		userId: user.id,
		login: user.login,
		displayName: cleanText(user.display_name) || user.login,
		...(avatarUrl !== undefined && { avatarUrl })
	};
}

/** Keeps only the file name of a profile image and puts it on the fixed host. */
export function toAvatarUrl(profileImageUrl: string, imageUrl: string): string | undefined {
	const file = profileImageUrl.slice(profileImageUrl.lastIndexOf('/') + 1);
	return /^[A-Za-z0-9_.-]{1,160}$/.test(file) ? `${imageUrl}/jtv_user_pictures/${file}` : undefined;
}
