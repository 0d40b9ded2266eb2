import type { Accounts } from '../accounts.ts';
import { helixError, jsonAnswer } from '../answers.ts';
import { isSubscriber } from '../emulated-user.ts';
import { emulatedEmotes, type EmulatedEmote } from '../images/emotes.ts';
import type { HelixCall, HelixEndpoint } from './endpoint.ts';

const imageHost = 'https://static-cdn.jtvnw.net';
const template = `${imageHost}/emoticons/v2/{{id}}/{{format}}/{{theme_mode}}/{{scale}}`;

/** Few, so that whoever reads only the first page is noticed. */
const pageSize = 6;

/** The endpoints on Twitch's own emotes; any token will do but for those of a user. @see https://dev.twitch.tv/docs/api/reference/#get-channel-emotes */
export function emoteEndpoints(accounts: Accounts): readonly HelixEndpoint[] {
	return [
		{ method: 'GET', path: '/chat/emotes/global', answer: () => answerEmotes(undefined) },
		{
			method: 'GET',
			path: '/chat/emotes',
			answer: ({ query }) => answerEmotes(accounts.byId(query.get('broadcaster_id') ?? '')?.login ?? '')
		},
		{ method: 'GET', path: '/chat/emotes/user', answer: (call) => answerUserEmotes(call, accounts) }
	];
}

/** @see https://dev.twitch.tv/docs/api/reference/#get-user-emotes */
function answerUserEmotes({ query, token }: HelixCall, accounts: Accounts): Response {
	if (!token.scopes.includes('user:read:emotes')) return helixError(401, 'Missing scope: user:read:emotes');
	const user = accounts.byId(query.get('user_id') ?? '');
	if (!user) return helixError(400, 'Missing required parameter "user_id"');
	if (user.id !== token.userId)
		return helixError(401, "The ID in user_id must match the user ID found in the request's OAuth token.");
	const start = Number(query.get('after') ?? 0);
	if (!Number.isSafeInteger(start) || start < 0) return helixError(400, 'The value of after is not valid.');
	const usable = emulatedEmotes.filter(({ owner }) => owner === undefined || isSubscriber(user, owner));
	const end = start + pageSize;
	const owned = usable.slice(start, end).map((emote) => ({
		...formatEmote(emote),
		owner_id: accounts.byLogin(emote.owner ?? '')?.id ?? '',
		emote_type: emote.owner === undefined ? 'globals' : 'subscriptions'
	}));
	const pagination = end < usable.length ? { cursor: String(end) } : {};
	return jsonAnswer({ data: owned, template, pagination });
}

function answerEmotes(owner: string | undefined): Response {
	const emotes = emulatedEmotes.filter((emote) => emote.owner === owner);
	return jsonAnswer({ data: emotes.map(formatEmote), template });
}

function formatEmote({ id, name, owner }: EmulatedEmote) {
	const image = (scale: string) => `${imageHost}/emoticons/v2/${id}/static/light/${scale}`;
	return {
		id,
		name,
		images: { url_1x: image('1.0'), url_2x: image('2.0'), url_4x: image('3.0') },
		...(owner !== undefined && { tier: '1000', emote_type: 'subscriptions', emote_set_id: `${owner}-1000` }),
		format: ['static'],
		scale: ['1.0', '2.0', '3.0'],
		theme_mode: ['light', 'dark']
	};
}
