import { cleanText } from '#lib/model/clean-text.ts';
import * as v from 'valibot';
import { moderatorQuery } from './moderator-query.ts';
import { parseAnswer } from './parse-answer.ts';
import { requestPages } from './request-pages.ts';
import { requestHelix, type Helix } from './request.ts';

const path = '/moderation/blocked_terms';
const scope = 'moderator:manage:blocked_terms';

/** As few characters as a term may have. */
export const shortestTerm = 2;
/** As many characters as a term may have. */
export const longestTerm = 500;
/** As many terms as are loaded. */
export const mostTerms = 2_000;

/** What viewers may not say; `*` stands for any letters. */
export interface BlockedTerm {
	readonly id: string;
	readonly text: string;
}

const termSchema = v.object({
	id: v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/)),
	text: v.pipe(v.string(), v.transform(cleanText))
});
const addedAnswer = v.object({ data: v.tuple([termSchema]) });

/** Gives the blocked terms of a channel one by one. @see https://dev.twitch.tv/docs/api/reference/#get-blocked-terms */
export function requestBlockedTerms(helix: Helix, broadcasterId: string): AsyncGenerator<BlockedTerm, void> {
	const query = moderatorQuery(helix, broadcasterId);
	return requestPages(helix, { path, scope, query }, termSchema, { pageSize: 100, most: mostTerms });
}

/** Blocks a term. @see https://dev.twitch.tv/docs/api/reference/#add-blocked-term */
export async function addBlockedTerm(helix: Helix, broadcasterId: string, text: string): Promise<BlockedTerm> {
	const query = moderatorQuery(helix, broadcasterId);
	const body = await requestHelix(helix, { method: 'POST', path, scope, query, body: { text } });
	return parseAnswer(addedAnswer, body, 'Twitch did not say which term it blocked.').data[0];
}

/** Blocks a term no longer. @see https://dev.twitch.tv/docs/api/reference/#remove-blocked-term */
export async function removeBlockedTerm(helix: Helix, broadcasterId: string, id: string): Promise<void> {
	await requestHelix(helix, {
		method: 'DELETE',
		path,
		scope,
		query: { ...moderatorQuery(helix, broadcasterId), id }
	});
}
