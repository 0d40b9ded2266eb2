import { helixError, jsonAnswer } from '../answers.ts';
import type { EmulatedUser } from '../emulated-user.ts';
import type { Room } from '../irc/room.ts';
import type { EmulatedStream } from '../streams.ts';
import { missingParameter, type ChannelParts } from './channel-call.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';
import { answerPage } from './page-answer.ts';

const scope = 'clips:edit';
const imageHost = 'https://static-cdn.jtvnw.net';
/** How long Twitch works on a clip before anybody can find it. */
const processingMs = 4_000;
const longestTitle = 140;
const shortest = 5;
const longest = 60;
const usual = '30';

interface EmulatedClip {
	readonly id: string;
	readonly creator: EmulatedUser;
	readonly title: string;
	readonly categoryId: string;
	readonly language: string;
	readonly seconds: number;
	readonly offset: number;
	/** Epoch ms. */
	readonly createdAt: number;
}

type Clips = WeakMap<Room, readonly EmulatedClip[]>;

/** Clips: made at once, there some seconds later. @see https://dev.twitch.tv/docs/api/reference/#create-clip */
export function clipEndpoints(parts: ChannelParts): readonly HelixEndpoint[] {
	const clips: Clips = new WeakMap();
	return [
		{ method: 'POST', path: '/clips', answer: (call) => answerCreate(call, parts, clips) },
		{ method: 'GET', path: '/clips', answer: (call) => answerClips(call, parts, clips) }
	];
}

function answerCreate({ query, token }: HelixCall, parts: ChannelParts, clips: Clips): Response {
	const creator = parts.accounts.byId(token.userId ?? '');
	if (!creator || !token.scopes.includes(scope)) return helixError(401, `Missing scope: ${scope}`);
	const id = query.get('broadcaster_id');
	if (!id) return missingParameter('broadcaster_id');
	const refusal = refuseDraft(query);
	if (refusal) return refusal;
	const owner = parts.accounts.byId(id);
	const stream = owner && parts.streams.find(owner);
	if (!stream) return helixError(404, 'Clipping is not possible for an offline channel.');
	const clip = addClip(query, { owner, creator, stream }, parts, clips);
	const edit_url = `https://clips.twitch.tv/${clip.id}/edit`;
	return jsonAnswer({ data: [{ id: clip.id, edit_url }] }, { status: 202 });
}

function refuseDraft(query: URLSearchParams): Response | undefined {
	const seconds = Number(query.get('duration') ?? usual);
	if (!(seconds >= shortest && seconds <= longest)) return helixError(400, 'The value in duration is not valid.');
	return [...(query.get('title') ?? '')].length > longestTitle ? helixError(400, 'The title is too long.') : undefined;
}

interface ClipSource {
	readonly owner: EmulatedUser;
	readonly creator: EmulatedUser;
	readonly stream: EmulatedStream;
}

function addClip(
	query: URLSearchParams,
	{ owner, creator, stream }: ClipSource,
	{ chat, streams }: ChannelParts,
	clips: Clips
): EmulatedClip {
	const room = chat.room(owner.login);
	const made = clips.get(room) ?? [];
	const { title, categoryId, language } = streams.informationOf(owner);
	const createdAt = chat.clock.now();
	const clip: EmulatedClip = {
		id: `CalmTidalHarborWave-${owner.id}_${made.length + 1}`,
		creator,
		title: query.get('title') ?? title,
		categoryId,
		language,
		seconds: Number(query.get('duration') ?? usual),
		offset: Math.floor((createdAt - stream.startedAt) / 1_000),
		createdAt
	};
	clips.set(room, [...made, clip]);
	return clip;
}

/** Found by exactly one of channel, category and ids; the newest first. @see https://dev.twitch.tv/docs/api/reference/#get-clips */
function answerClips({ query }: HelixCall, { accounts, chat }: ChannelParts, clips: Clips): Response {
	const given = ['broadcaster_id', 'game_id', 'id'].filter((key) => query.has(key));
	const [by] = given;
	if (by === undefined || given.length > 1)
		return helixError(400, 'The request must have exactly one of id, broadcaster_id and game_id.');
	const wanted = query.getAll(by);
	const now = chat.clock.now();
	const found = accounts.users.flatMap((owner) => {
		const room = chat.findRoom(owner.login);
		if (!room || room === 'suspended') return [];
		const ready = (clips.get(room) ?? []).filter(({ createdAt }) => createdAt + processingMs <= now);
		return ready.map((clip) => formatClip(clip, owner)).filter((clip) => wanted.includes(clip[by as 'id']));
	});
	return answerPage(query, found.reverse());
}

function formatClip(clip: EmulatedClip, owner: EmulatedUser) {
	return {
		id: clip.id,
		url: `https://clips.twitch.tv/${clip.id}`,
		embed_url: `https://clips.twitch.tv/embed?clip=${clip.id}`,
		broadcaster_id: owner.id,
		broadcaster_name: owner.displayName,
		creator_id: clip.creator.id,
		creator_name: clip.creator.displayName,
		video_id: '',
		game_id: clip.categoryId,
		language: clip.language,
		title: clip.title,
		view_count: 0,
		created_at: new Date(clip.createdAt).toISOString().replace(/\.\d+/, ''),
		thumbnail_url: `${imageHost}/twitch-clips-thumbnails-prod/${clip.id}/preview-480x272.jpg`,
		duration: clip.seconds,
		vod_offset: clip.offset,
		is_featured: false
	};
}
