import type { EmulatedPlatform } from '#lib/platforms/emulated-platform.ts';
import type { Clock } from '#lib/transport/clock.ts';
import { anyOrigin, jsonAnswer } from '../answers.ts';
import { drawEmote } from '../images/emote-drawing.ts';
import { imageAnswer } from '../images/image-answer.ts';
import { BttvEventServer } from './bttv-event-server.ts';
import { answerBttv } from './bttv.ts';
import { thirdPartyEmotes, type EmoteEdit, type ThirdPartyEmote } from './emotes.ts';
import { answerFfz } from './ffz.ts';
import { SevenTvEventServer } from './seventv-event-server.ts';
import { answerSevenTv } from './seventv.ts';

/** A service that tells of changes as they happen. */
export type LiveEmoteService = 'bttv' | '7tv';

/** The emote services, and what streamers do there. */
export interface ThirdPartyEmulator extends EmulatedPlatform {
	/** A streamer adds an emote to their channel; false where it has one of that name. */
	addEmote(service: LiveEmoteService, channelId: string, name: string): boolean;
	/** False where there is none of that name. */
	removeEmote(service: LiveEmoteService, channelId: string, name: string): boolean;
	/** False where there is none of that name. */
	renameEmote(service: LiveEmoteService, channelId: string, name: string, newName: string): boolean;
}

const imagePattern = /^cdn\/emote\/([A-Za-z0-9]+)\/(?:animated\/)?[1-4]x?(?:\.webp)?$/;

/** BetterTTV, FrankerFaceZ and 7TV, as far as chat reads them; what they do not know is 404 without CORS headers. */
export function createThirdPartyEmulator(clock: Clock): ThirdPartyEmulator {
	const events = { bttv: new BttvEventServer(), '7tv': new SevenTvEventServer(clock) };
	let emotes = thirdPartyEmotes;
	let made = 0;
	const answerers: Readonly<Record<string, (path: string) => unknown>> = {
		bttv: (path) => answerBttv(path, emotes),
		ffz: answerFfz,
		'7tv': (path) => answerSevenTv(path, emotes)
	};
	const find = (service: LiveEmoteService, channelId: string, name: string) =>
		emotes.find((one) => one.service === service && one.channelId === channelId && one.name === name);
	const edit = (service: LiveEmoteService, channelId: string, change: EmoteEdit) => {
		emotes = editEmotes(emotes, change);
		events[service].tell(channelId, change);
	};

	return {
		prefixes: Object.keys(answerers),
		async fetch(request) {
			const [, service = '', ...rest] = new URL(request.url).pathname.split('/');
			const path = rest.join('/');
			if (request.method !== 'GET') return new Response(null, { status: 404 });
			if (path.startsWith('cdn/')) return imageAnswer(drawRequested(emotes, service, path));
			const body = answerers[service]?.(path);
			return body === undefined ? new Response(null, { status: 404 }) : jsonAnswer(body, { headers: anyOrigin });
		},
		accept(socket, { pathname }) {
			if (pathname === '/bttv/events') return events.bttv.accept(socket);
			return pathname === '/7tv/events' && events['7tv'].accept(socket);
		},
		reset() {
			emotes = thirdPartyEmotes;
			events.bttv.reset();
			events['7tv'].reset();
		},
		addEmote(service, channelId, name) {
			if (find(service, channelId, name)) return false;
			const id = `01HMADE${String(++made).padStart(19, '0')}`;
			const drawing = { shape: 'star', fill: '#c792ea', eyes: 'wide', mouth: 'smile' } as const;
			edit(service, channelId, { next: { service, id, name, channelId, drawing } });
			return true;
		},
		removeEmote(service, channelId, name) {
			const old = find(service, channelId, name);
			if (old) edit(service, channelId, { old });
			return old !== undefined;
		},
		renameEmote(service, channelId, name, newName) {
			const old = find(service, channelId, name);
			if (old) edit(service, channelId, { old, next: { ...old, name: newName } });
			return old !== undefined;
		}
	};
}

function editEmotes(emotes: readonly ThirdPartyEmote[], { old, next }: EmoteEdit): readonly ThirdPartyEmote[] {
	if (!next) return emotes.filter((one) => one !== old);
	return old ? emotes.map((one) => (one === old ? next : one)) : [...emotes, next];
}

function drawRequested(emotes: readonly ThirdPartyEmote[], service: string, path: string): string | undefined {
	const id = imagePattern.exec(path)?.[1];
	const emote = emotes.find((candidate) => candidate.service === service && candidate.id === id);
	return emote && drawEmote(emote.drawing, 'dark', 56);
}
