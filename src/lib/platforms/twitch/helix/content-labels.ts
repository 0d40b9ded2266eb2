import * as v from 'valibot';
import { words } from './answer-fields.ts';
import { requestPage } from './request-pages.ts';
import type { Helix } from './request.ts';

/** What viewers are told before they watch. */
export interface ContentLabel {
	readonly id: string;
	readonly name: string;
	readonly description: string;
}

/** The label that follows from the category: nobody chooses it. */
export const labelOfCategory = 'MatureGame';

/** The name of a label. */
export const labelId = v.pipe(v.string(), v.regex(/^[A-Za-z]{1,60}$/));

const label = v.object({ id: labelId, name: words, description: v.optional(words, '') });

/** The labels that a streamer can choose. @see https://dev.twitch.tv/docs/api/reference/#get-content-classification-labels */
export async function requestContentLabels(helix: Helix): Promise<readonly ContentLabel[]> {
	const { items } = await requestPage(helix, { path: '/content_classification_labels' }, label);
	return items.filter(({ id }) => id !== labelOfCategory);
}
