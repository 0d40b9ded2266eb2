import type { EmulatedPlatform } from '#lib/platforms/emulated-platform.ts';
import { anyOrigin, jsonAnswer } from '../answers.ts';
import { drawEmote } from '../images/emote-drawing.ts';
import { imageAnswer } from '../images/image-answer.ts';
import { answerBttv } from './bttv.ts';
import { thirdPartyEmotes } from './emotes.ts';
import { answerFfz } from './ffz.ts';
import { answerSevenTv } from './seventv.ts';

const answerers: Readonly<Record<string, (path: string) => unknown>> = {
	bttv: answerBttv,
	ffz: answerFfz,
	'7tv': answerSevenTv
};
const imagePattern = /^cdn\/emote\/([A-Za-z0-9]+)\/(?:animated\/)?[1-4]x?(?:\.webp)?$/;

/** BetterTTV, FrankerFaceZ and 7TV, as far as chat reads them; what they do not know is 404 without CORS headers. */
export function createThirdPartyEmulator(): EmulatedPlatform {
	return {
		prefixes: Object.keys(answerers),
		async fetch(request) {
			const [, service = '', ...rest] = new URL(request.url).pathname.split('/');
			const path = rest.join('/');
			if (request.method !== 'GET') return new Response(null, { status: 404 });
			if (path.startsWith('cdn/')) return imageAnswer(drawRequested(service, path));
			const body = answerers[service]?.(path);
			return body === undefined ? new Response(null, { status: 404 }) : jsonAnswer(body, { headers: anyOrigin });
		},
		accept: () => false,
		reset: () => undefined
	};
}

function drawRequested(service: string, path: string): string | undefined {
	const id = imagePattern.exec(path)?.[1];
	const emote = thirdPartyEmotes.find((candidate) => candidate.service === service && candidate.id === id);
	return emote && drawEmote(emote.drawing, 'dark', 56);
}
