import type { Cheer, Emote, Fragment } from '#lib/model/fragment.ts';
import { createElement, createIsolated } from './elements.ts';
import { emoteUrl } from './emote-url.ts';
import type { LineOptions } from './line-options.ts';
import { webUrl } from './web-url.ts';

const mostEmotes = 60;

/** Draws a message's fragments; whatever is not exactly an emote, a mention or a web link stays text. */
export function createText(fragments: readonly Fragment[], options: LineOptions): HTMLElement {
	const message = createElement('span', 'message');
	message.dir = 'auto';
	let emotes = 0;
	for (const fragment of fragments) {
		if (fragment.type === 'emote') emotes += 1 + (fragment.overlays?.length ?? 0);
		if (fragment.type === 'emote' && emotes > mostEmotes) message.append(fragment.text);
		else message.append(createFragment(fragment, options));
	}
	return message;
}

function createFragment(fragment: Fragment, options: LineOptions): Node | string {
	switch (fragment.type) {
		case 'text':
			return fragment.text;
		case 'emote':
			return createStack(fragment.emote, fragment.overlays, options) ?? fragment.text;
		case 'mention':
			return createIsolated('mention', fragment.text);
		case 'link':
			return createLink(fragment.text, fragment.url) ?? fragment.text;
		case 'cheer':
			return createCheer(fragment.cheer, options);
		default:
			return fragment satisfies never;
	}
}

/** Zero-width emotes lie over the one before them. */
function createStack(emote: Emote, overlays: readonly Emote[] = [], options: LineOptions): HTMLElement | undefined {
	const [base, ...covers] = [emote, ...overlays].map((one) => createEmote(one, options));
	if (!base || covers.length === 0) return base;
	const stack = createElement('span', 'emote-stack');
	stack.append(base, ...covers.filter((cover) => cover !== undefined));
	return stack;
}

function createEmote(emote: Emote, options: LineOptions): HTMLElement | undefined {
	const url = emoteUrl(emote, options.imageUrl, options.surface, options.stillEmotes ? 'static' : 'default');
	if (url === undefined) return undefined;
	const image = createImage(emote.name, url);
	if (emote.url === undefined) return image;
	image.width = Math.round(28 * (emote.ratio ?? 1));
	image.height = 28;
	image.dataset['provider'] = emote.provider;
	return image;
}

function createCheer(cheer: Cheer, options: LineOptions): HTMLElement {
	const whole = createElement('span', 'cheer');
	const amount = createElement('span', 'amount', String(cheer.bits));
	amount.style.color = cheer.color;
	whole.append(createImage(cheer.prefix, cheer[options.surface]), amount);
	return whole;
}

function createImage(name: string, url: string): HTMLImageElement {
	const image = createElement('img', 'emote');
	image.decoding = 'async';
	image.alt = name;
	image.title = name;
	image.src = url;
	return image;
}

function createLink(text: string, target: string): HTMLElement | undefined {
	const url = webUrl(target);
	if (url === undefined) return undefined;
	const link = createElement('a', 'link', text);
	link.href = url;
	link.target = '_blank';
	link.rel = 'noopener noreferrer nofollow';
	return link;
}
