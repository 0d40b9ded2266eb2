import type { Emote, Fragment } from '#lib/model/fragment.ts';
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
		if (fragment.type === 'emote' && ++emotes > mostEmotes) message.append(fragment.text);
		else message.append(createFragment(fragment, options));
	}
	return message;
}

function createFragment(fragment: Fragment, options: LineOptions): Node | string {
	switch (fragment.type) {
		case 'text':
			return fragment.text;
		case 'emote':
			return createEmote(fragment.emote, options) ?? fragment.text;
		case 'mention':
			return createIsolated('mention', fragment.text);
		case 'link':
			return createLink(fragment.text, fragment.url) ?? fragment.text;
		default:
			return fragment satisfies never;
	}
}

function createEmote(emote: Emote, options: LineOptions): HTMLElement | undefined {
	const url = emoteUrl(emote, options.imageUrl, options.surface, options.stillEmotes ? 'static' : 'default');
	if (url === undefined) return undefined;
	const image = createElement('img', 'emote');
	image.width = 28;
	image.height = 28;
	image.decoding = 'async';
	image.loading = 'lazy';
	image.alt = emote.name;
	image.title = emote.name;
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
