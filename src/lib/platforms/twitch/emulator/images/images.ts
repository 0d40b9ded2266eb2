import type { Accounts } from '../accounts.ts';
import { drawAvatar } from './avatar.ts';
import { drawRequestedBoxArt } from './box-art.ts';
import { drawRequestedBadge, drawRequestedCheermote } from './badge.ts';
import { drawEmote } from './emote-drawing.ts';
import { findEmote } from './emotes.ts';
import { imageAnswer } from './image-answer.ts';

const emotePattern = /^\/emoticons\/v2\/([^/]+)\/(?:default|static)\/(dark|light)\/([123])\.0$/;
const avatarPattern = /^\/jtv_user_pictures\/(\d+)-profile_image-\d+x\d+\.png$/;
const edges: Readonly<Record<string, number>> = { '1': 28, '2': 56, '3': 112 };

/** Answers what follows `/cdn`; no emote is animated. @see https://dev.twitch.tv/docs/irc/emotes/#cdn-template */
export function answerImage(path: string, request: Request, accounts: Accounts): Response {
	return imageAnswer(request.method === 'GET' ? drawRequested(path, accounts) : undefined);
}

function drawRequested(path: string, accounts: Accounts): string | undefined {
	return (
		drawRequestedEmote(path) ??
		drawRequestedAvatar(path, accounts) ??
		drawRequestedBadge(path) ??
		drawRequestedCheermote(path) ??
		drawRequestedBoxArt(path)
	);
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
