import type { Accounts } from '../accounts.ts';
import { drawAvatar } from './avatar.ts';
import { drawEmote } from './emote-drawing.ts';
import { findEmote } from './emotes.ts';

const emotePattern = /^\/emoticons\/v2\/([^/]+)\/(?:default|static)\/(dark|light)\/([123])\.0$/;
const avatarPattern = /^\/jtv_user_pictures\/(\d+)-profile_image-\d+x\d+\.png$/;
const edges: Readonly<Record<string, number>> = { '1': 28, '2': 56, '3': 112 };

/** Answers what follows `/cdn`; no emote is animated. @see https://dev.twitch.tv/docs/irc/emotes/#cdn-template */
export function answerImage(path: string, request: Request, accounts: Accounts): Response {
	const svg = request.method === 'GET' ? (drawRequestedEmote(path) ?? drawRequestedAvatar(path, accounts)) : undefined;
	if (svg === undefined) return new Response(null, { status: 404 });
	return new Response(svg, {
		headers: {
			'content-type': 'image/svg+xml',
			'cache-control': 'public, max-age=86400',
			'content-security-policy': "default-src 'none'",
			'x-content-type-options': 'nosniff'
		}
	});
}

function drawRequestedEmote(path: string): string | undefined {
	const [, id, theme, scale] = emotePattern.exec(path) ?? [];
	const emote = id && findEmote(id);
	return emote ? drawEmote(emote.drawing, theme === 'light' ? 'light' : 'dark', edges[scale ?? ''] ?? 28) : undefined;
}

function drawRequestedAvatar(path: string, accounts: Accounts): string | undefined {
	const user = accounts.byId(avatarPattern.exec(path)?.[1] ?? '');
	return user && drawAvatar(user);
}
