import type { Identity } from '#lib/model/account.ts';
import { cleanText } from '#lib/model/clean-text.ts';
import type { PublicConfig } from '#lib/model/public-config.ts';
import type { Environment } from '#lib/transport/environment.ts';
import { assertSuccess, requestJson } from '#lib/transport/request.ts';
import * as v from 'valibot';
import { login, numericId } from './answer-fields.ts';
import { parseAnswer } from './parse-answer.ts';

const usersAnswer = v.object({
	data: v.tuple([
		v.object({
			id: numericId,
			login,
			display_name: v.pipe(v.string(), v.maxLength(60)),
			profile_image_url: v.optional(v.string(), '')
		})
	])
});

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
	const avatarUrl = toAvatarUrl(user.profile_image_url, config.twitch.imageUrl);
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
