import { cleanText } from '#lib/model/clean-text.ts';
import type { Person } from '#lib/model/person.ts';
import * as v from 'valibot';
import { moderatorQuery } from './moderator-query.ts';
import { requestPage, type Page } from './request-pages.ts';
import { requestHelix, type Helix } from './request.ts';

const path = '/moderation/unban_requests';
const scope = 'moderator:manage:unban_requests';
const pageSize = 50;

/** As many characters as the answer to a request may have. */
export const longestResolution = 500;

/** Where a request stands; `acknowledged` and `canceled` ones need no answer. */
export const unbanRequestStatuses = ['pending', 'approved', 'denied', 'acknowledged', 'canceled'] as const;

/** Where a request stands. */
export type UnbanRequestStatus = (typeof unbanRequestStatuses)[number];

/** Somebody's wish to be let back into chat. */
export interface UnbanRequest {
	readonly id: string;
	readonly person: Person;
	readonly text: string;
	readonly status: UnbanRequestStatus;
	/** Epoch ms. */
	readonly createdAt: number;
	/** Display name of who answered it; empty where nobody did. */
	readonly answeredBy: string;
	/** What whoever answered wrote. */
	readonly answer: string;
}

/** What is asked for of the list. */
export interface UnbanRequestQuery {
	readonly status: UnbanRequestStatus;
	/** The cursor of the page before. */
	readonly after?: string | undefined;
}

/** How a request is answered. */
export interface UnbanAnswer {
	readonly requestId: string;
	readonly status: 'approved' | 'denied';
	/** Shown to the viewer; may be empty. */
	readonly text: string;
}

const text = v.pipe(v.string(), v.transform(cleanText));
const requestSchema = v.pipe(
	v.object({
		id: v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/)),
		user_id: v.pipe(v.string(), v.regex(/^\d{1,20}$/)),
		user_login: v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,25}$/)),
		user_name: text,
		text: v.nullish(text, ''),
		status: v.picklist(unbanRequestStatuses),
		created_at: v.pipe(v.string(), v.transform(Date.parse), v.number()),
		moderator_name: v.nullish(text, ''),
		resolution_text: v.nullish(text, '')
	}),
	v.transform((request): UnbanRequest => ({
		id: request.id,
		person: {
			userId: request.user_id,
			login: request.user_login,
			displayName: request.user_name || request.user_login
		},
		text: request.text,
		status: request.status,
		createdAt: request.created_at,
		answeredBy: request.moderator_name,
		answer: request.resolution_text
	}))
);

/** Requests one page of the requests to be unbanned. @see https://dev.twitch.tv/docs/api/reference/#get-unban-requests */
export function requestUnbanRequests(
	helix: Helix,
	broadcasterId: string,
	{ status, after }: UnbanRequestQuery
): Promise<Page<UnbanRequest>> {
	const query = { ...moderatorQuery(helix, broadcasterId), status, first: String(pageSize), ...(after && { after }) };
	return requestPage(helix, { path, scope, query }, requestSchema);
}

/** Lets a viewer back into chat, or does not. @see https://dev.twitch.tv/docs/api/reference/#resolve-unban-requests */
export async function resolveUnbanRequest(
	helix: Helix,
	broadcasterId: string,
	{ requestId, status, text }: UnbanAnswer
): Promise<void> {
	await requestHelix(helix, {
		method: 'PATCH',
		path,
		scope,
		query: {
			...moderatorQuery(helix, broadcasterId),
			unban_request_id: requestId,
			status,
			...(text && { resolution_text: text })
		}
	});
}
