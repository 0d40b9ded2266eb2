import type { EmulatedPlatform } from '#lib/platforms/emulated-platform.ts';
import type { Clock } from '#lib/transport/clock.ts';
import { anyOrigin, jsonAnswer } from '../answers.ts';
import type { TwitchEmulator } from '../twitch-emulator.ts';
import { KeptLines, type KeptLinesQuery } from './kept-lines.ts';

const pathPattern = /^\/recent-messages\/api\/v2\/recent-messages\/([^/]+)$/;
const loginPattern = /^[a-z0-9_]{1,25}$/;
const mostLines = 500;

/** What the service listens to. */
export interface RecentMessagesOptions {
	readonly clock: Clock;
	readonly twitch: Pick<TwitchEmulator, 'onTell' | 'users'>;
}

/** The third party that remembers what a channel's chat said: from when it was first asked about the channel. @see https://recent-messages.robotty.de/api */
export function createRecentMessages({ clock, twitch }: RecentMessagesOptions): EmulatedPlatform {
	const channels = new Map<string, KeptLines>();
	twitch.onTell(({ channel, line }) => channels.get(channel)?.add(line, clock.now()));

	return {
		prefixes: ['recent-messages'],
		async fetch(request) {
			const url = new URL(request.url);
			const login = pathPattern.exec(url.pathname)?.[1];
			if (request.method !== 'GET' || login === undefined)
				return new Response(null, { status: 404, headers: anyOrigin });
			if (!loginPattern.test(login)) return refuse(400, 'invalid_channel_login', `Invalid channel login: ${login}`);
			if (twitch.users.some((user) => user.login === login && user.suspended))
				return refuse(403, 'channel_ignored', 'The channel login provided is on the list of ignored channels');
			const known = channels.get(login);
			if (!known) channels.set(login, new KeptLines());
			return jsonAnswer(
				{
					messages: known?.list(readQuery(url.searchParams)) ?? [],
					error: known ? null : 'The bot is currently not joined to this channel (in progress or failed previously)',
					error_code: known ? null : 'channel_not_joined'
				},
				{ headers: anyOrigin }
			);
		},
		accept: () => false,
		reset: () => channels.clear()
	};
}

function readQuery(query: URLSearchParams): KeptLinesQuery {
	return {
		limit: Math.min(mostLines, readNumber(query.get('limit'), mostLines)),
		after: readNumber(query.get('after'), 0),
		before: readNumber(query.get('before'), Infinity),
		hideModerationMessages: query.get('hide_moderation_messages') === 'true',
		hideModeratedMessages: query.get('hide_moderated_messages') === 'true'
	};
}

function readNumber(text: string | null, absent: number): number {
	return text !== null && /^\d{1,16}$/.test(text) ? Number(text) : absent;
}

function refuse(status: number, code: string, error: string): Response {
	const body = { status, status_message: status === 400 ? 'Bad Request' : 'Forbidden', error, error_code: code };
	return jsonAnswer(body, { status, headers: anyOrigin });
}
