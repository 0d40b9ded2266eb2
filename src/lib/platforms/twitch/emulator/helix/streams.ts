import { helixError } from '../answers.ts';
import type { EmulatedUser } from '../emulated-user.ts';
import type { EmulatedStream } from '../streams.ts';
import { missingParameter, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';
import { answerPage } from './page-answer.ts';

const imageHost = 'https://static-cdn.jtvnw.net';
const followsScope = 'user:read:follows';
const mostFilters = 100;

/** Who is on the air, and finding channels. @see https://dev.twitch.tv/docs/api/reference/#get-streams */
export function streamEndpoints(parts: ChannelParts): readonly HelixEndpoint[] {
	return [
		{ method: 'GET', path: '/streams', answer: (call) => answerStreams(call, parts) },
		{ method: 'GET', path: '/streams/followed', answer: (call) => answerFollowedStreams(call, parts) },
		{ method: 'GET', path: '/channels/followed', answer: (call) => answerFollowedChannels(call, parts) },
		{ method: 'GET', path: '/search/channels', answer: (call) => answerSearch(call, parts) }
	];
}

function answerStreams({ query }: HelixCall, parts: ChannelParts): Response {
	const [ids, logins, games, languages] = ['user_id', 'user_login', 'game_id', 'language'].map((key) =>
		query.getAll(key)
	) as [string[], string[], string[], string[]];
	if ([ids, logins, games, languages].some((values) => values.length > mostFilters))
		return helixError(400, `A parameter may be repeated at most ${mostFilters} times.`);
	const streams = listStreams(parts).filter(
		({ owner }) => ids.length + logins.length === 0 || ids.includes(owner.id) || logins.includes(owner.login)
	);
	const wanted = streams.filter(({ owner }) => {
		const { categoryId, language } = parts.streams.informationOf(owner);
		const inGame = games.length === 0 || games.includes(categoryId);
		return inGame && (languages.length === 0 || languages.includes(language));
	});
	return answerPage(
		query,
		wanted.map((live) => formatStream(live, parts))
	);
}

/** @see https://dev.twitch.tv/docs/api/reference/#get-followed-streams */
function answerFollowedStreams(call: HelixCall, parts: ChannelParts): Response {
	const follower = readFollower(call, parts);
	if (follower instanceof Response) return follower;
	const followed = listStreams(parts).filter(({ owner }) => followedAt(follower, owner) !== undefined);
	return answerPage(
		call.query,
		followed.map((live) => formatStream(live, parts)),
		{ usual: 100 }
	);
}

/** @see https://dev.twitch.tv/docs/api/reference/#get-followed-channels */
function answerFollowedChannels(call: HelixCall, parts: ChannelParts): Response {
	const follower = readFollower(call, parts);
	if (follower instanceof Response) return follower;
	const only = call.query.get('broadcaster_id');
	const followed = parts.accounts.users.flatMap((owner) => {
		const since = followedAt(follower, owner);
		return since !== undefined && (only === null || only === owner.id) ? [{ owner, since }] : [];
	});
	const newestFirst = followed.sort((one, other) => other.since - one.since);
	return answerPage(
		call.query,
		newestFirst.map(({ owner, since }) => ({
			broadcaster_id: owner.id,
			broadcaster_login: owner.login,
			broadcaster_name: owner.displayName,
			followed_at: formatTime(since)
		})),
		{ withTotal: true }
	);
}

/** What begins as asked; everybody counts as having streamed lately. @see https://dev.twitch.tv/docs/api/reference/#search-channels */
function answerSearch({ query }: HelixCall, parts: ChannelParts): Response {
	const wanted = query.get('query')?.trim().toLowerCase();
	if (!wanted) return missingParameter('query');
	const liveOnly = query.get('live_only') === 'true';
	const found = parts.accounts.users.filter(
		(user) =>
			!user.suspended &&
			(!liveOnly || parts.streams.find(user)) &&
			[user.login, user.displayName.toLowerCase()].some((name) => name.startsWith(wanted))
	);
	return answerPage(
		query,
		found.map((owner) => formatFound(owner, parts))
	);
}

interface LiveChannel {
	readonly owner: EmulatedUser;
	readonly stream: EmulatedStream;
}

/** The most watched first. */
function listStreams({ accounts, streams }: ChannelParts): readonly LiveChannel[] {
	const live = accounts.users.flatMap((owner) => {
		const stream = streams.find(owner);
		return stream ? [{ owner, stream }] : [];
	});
	return live.sort((one, other) => other.stream.viewers - one.stream.viewers);
}

function readFollower({ query, token }: HelixCall, { accounts }: ChannelParts): EmulatedUser | Response {
	if (!token.scopes.includes(followsScope)) return helixError(401, `Missing scope: ${followsScope}`);
	const id = query.get('user_id');
	if (!id) return missingParameter('user_id');
	const user = id === token.userId ? accounts.byId(id) : undefined;
	return user ?? helixError(401, "The ID in user_id must match the user ID found in the request's OAuth token.");
}

function followedAt(follower: EmulatedUser, { login }: EmulatedUser): number | undefined {
	return follower.standings[login]?.followedAt;
}

function formatStream({ owner, stream }: LiveChannel, { streams }: ChannelParts) {
	const { categoryId, categoryName, title, tags, language } = streams.informationOf(owner);
	return {
		id: stream.id,
		user_id: owner.id,
		user_login: owner.login,
		user_name: owner.displayName,
		game_id: categoryId,
		game_name: categoryName,
		type: 'live',
		title,
		tags,
		viewer_count: stream.viewers,
		started_at: formatTime(stream.startedAt),
		language,
		thumbnail_url: `${imageHost}/previews-ttv/live_user_${owner.login}-{width}x{height}.jpg`,
		tag_ids: [],
		is_mature: false
	};
}

function formatFound(owner: EmulatedUser, { streams }: ChannelParts) {
	const { categoryId, categoryName, title, tags, language } = streams.informationOf(owner);
	const stream = streams.find(owner);
	return {
		broadcaster_language: language,
		broadcaster_login: owner.login,
		display_name: owner.displayName,
		game_id: categoryId,
		game_name: categoryName,
		id: owner.id,
		is_live: stream !== undefined,
		tag_ids: [],
		tags,
		thumbnail_url: `${imageHost}/jtv_user_pictures/${owner.id}-profile_image-300x300.png`,
		title,
		started_at: stream ? formatTime(stream.startedAt) : ''
	};
}

function formatTime(at: number): string {
	return new Date(at).toISOString().replace(/\.\d+/, '');
}
