import type { EmulatedPlatform } from '#lib/platforms/emulated-platform.ts';
import type { Clock } from '#lib/transport/clock.ts';
import { anyOrigin, jsonAnswer } from '../answers.ts';
import { drawEmote } from '../images/emote-drawing.ts';
import { imageAnswer } from '../images/image-answer.ts';
import { answerBttv } from './bttv.ts';
import { thirdPartyEmotes, type ThirdPartyEmote } from './emotes.ts';
import { answerFfz } from './ffz.ts';
import { SevenTvEventServer } from './seventv-event-server.ts';
import { answerSevenTv, formatSevenTvEmote, sevenTvSetId } from './seventv.ts';

/** The emote services, and what streamers do there. */
export interface ThirdPartyEmulator extends EmulatedPlatform {
	/** A streamer adds an emote to their 7TV set; false where it has one of that name. */
	addSevenTvEmote(channelId: string, name: string): boolean;
	/** False where there is none of that name. */
	removeSevenTvEmote(channelId: string, name: string): boolean;
	/** False where there is none of that name. */
	renameSevenTvEmote(channelId: string, name: string, newName: string): boolean;
}

const imagePattern = /^cdn\/emote\/([A-Za-z0-9]+)\/(?:animated\/)?[1-4]x?(?:\.webp)?$/;

/** BetterTTV, FrankerFaceZ and 7TV, as far as chat reads them; what they do not know is 404 without CORS headers. */
export function createThirdPartyEmulator(clock: Clock): ThirdPartyEmulator {
	const events = new SevenTvEventServer(clock);
	let emotes = thirdPartyEmotes;
	let made = 0;
	const answerers: Readonly<Record<string, (path: string) => unknown>> = {
		bttv: answerBttv,
		ffz: answerFfz,
		'7tv': (path) => answerSevenTv(path, emotes)
	};
	const find = (channelId: string, name: string) =>
		emotes.find((one) => one.service === '7tv' && one.channelId === channelId && one.name === name);
	const replace = (old: ThirdPartyEmote, next: readonly ThirdPartyEmote[]) =>
		(emotes = emotes.flatMap((one) => (one === old ? next : [one])));

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
		accept: (socket, url) => url.pathname === '/7tv/events' && events.accept(socket),
		reset() {
			emotes = thirdPartyEmotes;
			events.reset();
		},
		addSevenTvEmote(channelId, name) {
			if (find(channelId, name)) return false;
			const id = `01HMADE${String(++made).padStart(19, '0')}`;
			const drawing = { shape: 'star', fill: '#c792ea', eyes: 'wide', mouth: 'smile' } as const;
			const added: ThirdPartyEmote = { service: '7tv', id, name, channelId, drawing };
			emotes = [...emotes, added];
			events.tell(sevenTvSetId(channelId), { pushed: [{ key: 'emotes', value: formatSevenTvEmote(added) }] });
			return true;
		},
		removeSevenTvEmote(channelId, name) {
			const old = find(channelId, name);
			if (!old) return false;
			replace(old, []);
			events.tell(sevenTvSetId(channelId), { pulled: [{ key: 'emotes', old_value: formatSevenTvEmote(old) }] });
			return true;
		},
		renameSevenTvEmote(channelId, name, newName) {
			const old = find(channelId, name);
			if (!old) return false;
			const next = { ...old, name: newName };
			replace(old, [next]);
			const values = { old_value: formatSevenTvEmote(old), value: formatSevenTvEmote(next) };
			events.tell(sevenTvSetId(channelId), { updated: [{ key: 'emotes', ...values }] });
			return true;
		}
	};
}

function drawRequested(emotes: readonly ThirdPartyEmote[], service: string, path: string): string | undefined {
	const id = imagePattern.exec(path)?.[1];
	const emote = emotes.find((candidate) => candidate.service === service && candidate.id === id);
	return emote && drawEmote(emote.drawing, 'dark', 56);
}
