import type { Category } from '#lib/model/category.ts';
import * as v from 'valibot';
import { numericId, words } from './answer-fields.ts';
import { requestPage } from './request-pages.ts';
import type { Helix } from './request.ts';

/** As many as a search lists. */
const foundAtMost = '20';

/** A picture's address says only the category's id, or that the picture came from IGDB. */
const artPattern = /\/(\d{1,20}(?:_IGDB)?)-[^/]*\.jpg$/;

const category = v.pipe(
	v.object({ id: numericId, name: words, box_art_url: v.optional(v.string(), '') }),
	v.transform(({ id, name, box_art_url }): Category => {
		const artId = artPattern.exec(box_art_url)?.[1];
		return { id, name, ...(artId?.replace('_IGDB', '') === id && { artId }) };
	})
);

/** A category as channels name theirs; `undefined` where none is chosen. */
export function chosenCategory(id: string, name: string): Category | undefined {
	return /^[1-9]\d{0,19}$/.test(id) ? { id, name } : undefined;
}

/** Finds categories by a part of their name. @see https://dev.twitch.tv/docs/api/reference/#search-categories */
export async function searchCategories(helix: Helix, query: string): Promise<readonly Category[]> {
	const request = { path: '/search/categories', query: { query, first: foundAtMost } };
	return (await requestPage(helix, request, category)).items;
}

/** A category by its id; `undefined` where there is none. @see https://dev.twitch.tv/docs/api/reference/#get-games */
export async function requestCategory(helix: Helix, id: string): Promise<Category | undefined> {
	return (await requestPage(helix, { path: '/games', query: { id } }, category)).items[0];
}
