import { ProtocolError } from '#lib/model/errors.ts';
import type { PictureOptions, PictureSource } from '../picture-source.ts';
import type { PlatformPictures } from '../platform.ts';
import { decodeBadges } from './badges/badges.ts';
import { decodeCheermotes } from './badges/cheermotes.ts';
import { bttvEventsOf } from './emotes/bttv-events.ts';
import { bttvUserId, decodeBttvChannel, decodeBttvGlobal, nameBttvChannel } from './emotes/bttv.ts';
import { decodeFfzGlobal, decodeFfzRoom } from './emotes/ffz.ts';
import { sevenTvEventsOf } from './emotes/seventv-events.ts';
import { decodeSevenTvSet, decodeSevenTvUser, sevenTvSetId } from './emotes/seventv.ts';
import { requestPictures } from './request-pictures.ts';

/** Twitch's emotes and badges; what only who writes needs is loaded when it is asked for. */
export const twitchPictures: PlatformPictures = {
	findPictures: findTwitchPictures,
	loadEmotes: async (options) => (await import('./twitch-emotes.ts')).loadTwitchEmotes(options)
};

/** Where the pictures of a Twitch channel come from; a channel's own go before global ones. */
export function findTwitchPictures(options: PictureOptions): readonly PictureSource[] {
	return [...findChannelPictures(options), ...findGlobalPictures(options)];
}

function findChannelPictures(options: PictureOptions): readonly PictureSource[] {
	const { appOrigin, channelKey, config, environment } = options;
	const { emotes, twitch } = config;
	const findUserId = rememberSuccess(() => requestUserId(options));
	const request = (toUrl: (userId: string) => string) => async () => {
		const userId = await findUserId();
		return userId === undefined ? undefined : requestPictures(environment, toUrl(userId));
	};
	const requestSevenTvUser = request((userId) => `${emotes.sevenTvUrl}/users/twitch/${userId}`);
	const source = (
		service: PictureSource['service'],
		name: string,
		ask: PictureSource['request'],
		decode: PictureSource['decode']
	): PictureSource => ({ service, key: `${name}/${channelKey}`, global: false, request: ask, decode });
	return [
		source(
			'twitch',
			'badges',
			request((userId) => `${appOrigin}/api/twitch/badges/${userId}`),
			(answer) => decodeBadges(answer, twitch.imageUrl)
		),
		source(
			'twitch',
			'cheermotes',
			request((userId) => `${appOrigin}/api/twitch/cheermotes/${userId}`),
			(answer) => decodeCheermotes(answer, twitch.cheermoteUrl)
		),
		{
			...source(
				'7tv',
				'7tv',
				async () => requestSevenTvSet(await requestSevenTvUser(), options),
				(answer) => decodeSevenTvSet(answer, emotes.sevenTvImageUrl)
			),
			news: {
				topicOf: sevenTvSetId,
				follow: (setId, listener) => sevenTvEventsOf(environment, emotes).follow(setId, listener)
			}
		},
		{
			...source(
				'bttv',
				'bttv',
				async () => requestBttvChannel(await findUserId(), options),
				(answer) => decodeBttvChannel(answer, emotes.bttvImageUrl)
			),
			news: {
				topicOf: bttvUserId,
				follow: (userId, listener) => bttvEventsOf(environment, emotes).follow(userId, listener)
			}
		},
		source(
			'ffz',
			'ffz',
			request((userId) => `${emotes.ffzUrl}/room/id/${userId}`),
			(answer) => decodeFfzRoom(answer, emotes.ffzImageUrl)
		)
	];
}

function findGlobalPictures({ appOrigin, config, environment }: PictureOptions): readonly PictureSource[] {
	const { emotes, twitch } = config;
	const source = (service: PictureSource['service'], url: string, decode: PictureSource['decode']): PictureSource => ({
		service,
		key: service,
		global: true,
		request: () => requestPictures(environment, url),
		decode
	});
	return [
		source('twitch', `${appOrigin}/api/twitch/badges/global`, (answer) => decodeBadges(answer, twitch.imageUrl)),
		source('7tv', `${emotes.sevenTvUrl}/emote-sets/global`, (answer) =>
			decodeSevenTvSet(answer, emotes.sevenTvImageUrl)
		),
		source('bttv', `${emotes.bttvUrl}/cached/emotes/global`, (answer) => decodeBttvGlobal(answer, emotes.bttvImageUrl)),
		source('ffz', `${emotes.ffzUrl}/set/global`, (answer) => decodeFfzGlobal(answer, emotes.ffzImageUrl))
	];
}

async function requestBttvChannel(userId: string | undefined, options: PictureOptions): Promise<unknown> {
	if (userId === undefined) return undefined;
	const { config, environment } = options;
	const answer = await requestPictures(environment, `${config.emotes.bttvUrl}/cached/users/twitch/${userId}`);
	return answer === undefined ? undefined : nameBttvChannel(answer, userId);
}

/** Since August 2026 a user's answer names its emote set, which is a second call. */
async function requestSevenTvSet(user: unknown, { config, environment }: PictureOptions): Promise<unknown> {
	if (user === undefined) return undefined;
	const { id, emotes } = decodeSevenTvUser(user);
	if (emotes) return { ...(id && { id }), emotes };
	return id && requestPictures(environment, `${config.emotes.sevenTvUrl}/emote-sets/${id}`);
}

async function requestUserId({ appOrigin, channelKey, environment }: PictureOptions): Promise<string | undefined> {
	const answer = await requestPictures(environment, `${appOrigin}/api/twitch/users/${channelKey}`);
	if (answer === undefined) return undefined;
	const id = typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : undefined;
	if (typeof id !== 'string' || !/^\d{1,20}$/.test(id))
		throw new ProtocolError('malformed_answer', 'The Worker did not say which user this is.');
	return id;
}

/** Asks once for all who ask at the same time or later; after a failure the next one asks again. */
function rememberSuccess<Value>(ask: () => Promise<Value>): () => Promise<Value> {
	let asked: Promise<Value> | undefined;
	return () =>
		(asked ??= ask().catch((error: unknown) => {
			asked = undefined;
			throw error;
		}));
}
