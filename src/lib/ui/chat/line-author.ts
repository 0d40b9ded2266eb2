import type { Badge, ChatAuthor } from '#lib/model/chat.ts';
import type { BadgePicture, ChatPictures } from '#lib/model/chat-pictures.ts';
import { badgeIcon } from './badge-icon.ts';
import { createElement, createIsolated } from './elements.ts';
import type { LineOptions } from './line-options.ts';
import { nameColor } from './name-color.ts';

const mostBadges = 6;

/** Draws who wrote a line: badges, the name in its colour, and the login where the name does not show it. */
export function createAuthor(author: ChatAuthor, options: LineOptions, pictures?: ChatPictures): DocumentFragment {
	const fragment = document.createDocumentFragment();
	for (const badge of author.badges.slice(0, mostBadges)) {
		const image = createBadge(badge, options, pictures);
		if (image) fragment.append(image);
	}
	fragment.append(createName(author, options));
	if (author.login !== '' && author.displayName.toLowerCase() !== author.login.toLowerCase() && author.displayName)
		fragment.append(createElement('span', 'login', ` (${author.login})`));
	return fragment;
}

function createName(author: ChatAuthor, options: LineOptions): HTMLElement {
	const name = createIsolated('nick', author.displayName || author.login);
	name.style.color = nameColor(author, options.surface);
	return name;
}

function createBadge(badge: Badge, options: LineOptions, pictures?: ChatPictures): HTMLElement | undefined {
	const picture = pictures?.badge(badge);
	const icon = findIcon(badge, options);
	const shown = picture ?? icon;
	if (!shown) return undefined;
	const image = createElement('img', 'badge');
	image.alt = shown.title;
	image.title = shown.title;
	if (picture && icon) image.dataset['fallback'] = icon.url;
	image.src = shown.url;
	return image;
}

/** Our own picture of a badge. */
function findIcon(badge: Badge, { badgesUrl }: LineOptions): Pick<BadgePicture, 'title' | 'url'> | undefined {
	const icon = badgeIcon(badge);
	return icon && { title: icon.label, url: `${badgesUrl}/${icon.file}` };
}
