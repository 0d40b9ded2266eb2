import { parseEach } from '#lib/model/parse-each.ts';
import * as v from 'valibot';
import { parseAnswer } from './parse-answer.ts';
import { requestHelix, type Helix, type HelixRequest } from './request.ts';

/** How much of a list is asked for. */
export interface PageOptions {
	/** How many entries a page has, where the endpoint takes `first`. */
	readonly pageSize?: number;
	/** No more entries than this are given, however long the list is. */
	readonly most?: number;
}

/** One page of a list. */
export interface Page<Item> {
	readonly items: readonly Item[];
	/** Where the next page begins; absent on the last one. */
	readonly cursor?: string;
	/** How long the whole list is, where the endpoint tells. */
	readonly total?: number;
}

/** However few entries a page has, a list must not be asked for for ever. */
const mostPages = 200;

const pageAnswer = v.object({
	data: v.array(v.unknown()),
	pagination: v.nullish(v.object({ cursor: v.optional(v.string()) })),
	total: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)))
});

/** Requests one page of a list; an entry that does not fit the schema is left out. @see https://dev.twitch.tv/docs/api/guide/#pagination */
export async function requestPage<Schema extends v.GenericSchema>(
	helix: Helix,
	request: Omit<HelixRequest, 'method'>,
	schema: Schema
): Promise<Page<v.InferOutput<Schema>>> {
	const body = await requestHelix(helix, { ...request, method: 'GET' });
	const { data, pagination, total } = parseAnswer(pageAnswer, body, 'Twitch sent a list in an unknown shape.');
	return {
		items: parseEach(schema, data),
		...(pagination?.cursor && data.length > 0 && { cursor: pagination.cursor }),
		...(total !== undefined && { total })
	};
}

/** Gives the pages of a list, each when it is asked for; a list that leads in a circle ends. @see https://dev.twitch.tv/docs/api/guide/#pagination */
export async function* requestEachPage<Schema extends v.GenericSchema>(
	helix: Helix,
	request: Omit<HelixRequest, 'method'>,
	schema: Schema,
	{ pageSize, most = 1_000 }: PageOptions = {}
): AsyncGenerator<Page<v.InferOutput<Schema>>, void> {
	const seen = new Set<string>();
	const size = pageSize && { first: String(Math.min(pageSize, most)) };
	let left = most;
	let cursor: string | undefined;
	for (let page = 0; page < mostPages && left > 0; page++) {
		const query = { ...request.query, ...size, ...(cursor && { after: cursor }) };
		const answer = await requestPage(helix, { ...request, query }, schema);
		yield { ...answer, items: answer.items.slice(0, left) };
		left -= answer.items.length;
		if (!answer.cursor || seen.has(answer.cursor)) return;
		seen.add(answer.cursor);
		cursor = answer.cursor;
	}
}

/** Gives the entries of a list one by one and asks for a page when it is needed. @see https://dev.twitch.tv/docs/api/guide/#pagination */
export async function* requestPages<Schema extends v.GenericSchema>(
	helix: Helix,
	request: Omit<HelixRequest, 'method'>,
	schema: Schema,
	options: PageOptions = {}
): AsyncGenerator<v.InferOutput<Schema>, void> {
	for await (const { items } of requestEachPage(helix, request, schema, options)) yield* items;
}
