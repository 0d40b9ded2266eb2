import { jsonAnswer } from '../answers.ts';
import type { Accounts } from '../accounts.ts';
import { emulatedEmotes, type EmulatedEmote } from '../images/emotes.ts';
import type { HelixEndpoint } from './endpoint.ts';

const imageHost = 'https://static-cdn.jtvnw.net';
const template = `${imageHost}/emoticons/v2/{{id}}/{{format}}/{{theme_mode}}/{{scale}}`;

/** The endpoints on Twitch's own emotes; any token will do. @see https://dev.twitch.tv/docs/api/reference/#get-channel-emotes */
export function emoteEndpoints(accounts: Accounts): readonly HelixEndpoint[] {
	return [
		{ method: 'GET', path: '/chat/emotes/global', answer: () => answerEmotes(undefined) },
		{
			method: 'GET',
			path: '/chat/emotes',
			answer: ({ query }) => answerEmotes(accounts.byId(query.get('broadcaster_id') ?? '')?.login ?? '')
		}
	];
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
