import type { Category } from '#lib/model/category.ts';
import type { Person } from '#lib/model/person.ts';
import * as v from 'valibot';
import { count, login, moment, numericId, words } from './answer-fields.ts';
import { chosenCategory } from './categories.ts';
import { requestPages } from './request-pages.ts';
import type { Helix } from './request.ts';

/** As many channels as one call can be asked about. */
const mostChannels = 100;

/** A channel that is on the air. */
export interface LiveStream {
	readonly id: string;
	readonly person: Person;
	readonly title: string;
	/** Absent where none is chosen. */
	readonly category?: Category;
	readonly tags: readonly string[];
	readonly language: string;
	readonly viewers: number;
	/** Epoch ms. */
	readonly startedAt: number;
}

const streamAnswer = v.object({
	id: numericId,
	user_id: numericId,
	user_login: login,
	user_name: words,
	game_id: v.optional(v.string(), ''),
	game_name: v.optional(words, ''),
	title: v.optional(words, ''),
	tags: v.nullish(v.array(words), []),
	language: v.optional(words, ''),
	viewer_count: count,
	started_at: moment
});

/** A stream, as every list of streams tells of it. */
export const liveStream = v.pipe(streamAnswer, v.transform(toLiveStream));

/** The stream of a channel; `undefined` while it is offline. @see https://dev.twitch.tv/docs/api/reference/#get-streams */
export async function requestStream(helix: Helix, userId: string): Promise<LiveStream | undefined> {
	return (await requestStreams(helix, [userId]))[0];
}

/** Which of up to 100 channels are on the air. @see https://dev.twitch.tv/docs/api/reference/#get-streams */
export async function requestStreams(helix: Helix, userIds: readonly string[]): Promise<readonly LiveStream[]> {
	const request = { path: '/streams', query: { user_id: userIds.slice(0, mostChannels) } };
	const streams: LiveStream[] = [];
	for await (const stream of requestPages(helix, request, liveStream, { pageSize: mostChannels, most: mostChannels }))
		streams.push(stream);
	return streams;
}

function toLiveStream(stream: v.InferOutput<typeof streamAnswer>): LiveStream {
	const category = chosenCategory(stream.game_id, stream.game_name);
	return {
		id: stream.id,
		person: {
			userId: stream.user_id,
			login: stream.user_login,
			displayName: stream.user_name || stream.user_login
		},
		title: stream.title,
		...(category && { category }),
		tags: stream.tags ?? [],
		language: stream.language,
		viewers: stream.viewer_count,
		startedAt: stream.started_at
	};
}
