import { helixError } from '../answers.ts';
import { readChannelCall, type ChannelCall, type ChannelParts } from './channel-call.ts';
import type { HelixCall } from './endpoint.ts';

/** Checks a call that reads what a channel votes on: the managing scope reads too. */
export function readVoteList(
	call: HelixCall,
	parts: ChannelParts,
	{ scope, most }: { readonly scope: 'polls' | 'predictions'; readonly most: number }
): (ChannelCall & { readonly first: number; readonly after: number }) | Response {
	const reading = `channel:read:${scope}`;
	const held = call.token.scopes.includes(reading) ? reading : `channel:manage:${scope}`;
	const checked = readChannelCall(call, parts, { scope: held });
	if (checked instanceof Response) return checked;
	const first = Number(call.query.get('first') ?? most);
	if (!Number.isInteger(first) || first < 1 || first > most || call.query.getAll('id').length > most)
		return helixError(400, 'The value in first is not valid.');
	const after = Number(call.query.get('after') ?? 0);
	return Number.isInteger(after) ? { ...checked, first, after } : helixError(400, 'The cursor is not valid.');
}

/** Checks a call that starts or ends a vote, which names its channel in the body; only affiliates and partners vote. */
export function readVoteChange(
	call: HelixCall,
	parts: ChannelParts,
	{ scope, body }: { readonly scope: string; readonly body: Readonly<Record<string, unknown>> }
): ChannelCall | Response {
	const { broadcaster_id: broadcasterId = '' } = body;
	const query = new URLSearchParams({ broadcaster_id: String(broadcasterId) });
	const checked = readChannelCall({ ...call, query }, parts, { scope });
	if (checked instanceof Response) return checked;
	if (checked.room.owner.broadcasterType === '')
		return helixError(403, 'The broadcaster is not a partner or affiliate.');
	return checked;
}

/** The page of a list that a call asks for, narrowed to the ids it names. */
export function toVotePage<Vote extends { readonly id: string }>(
	votes: readonly Vote[],
	{ query, first, after }: { readonly query: URLSearchParams; readonly first: number; readonly after: number }
) {
	const ids = query.getAll('id');
	const wanted = ids.length === 0 ? votes : votes.filter(({ id }) => ids.includes(id));
	const end = after + first;
	return { page: wanted.slice(after, end), pagination: end < wanted.length ? { cursor: String(end) } : {} };
}

/** The titles of choices or outcomes; nothing where one is missing or too long, or there are too few or too many. */
export function readTitles(
	value: unknown,
	{ fewest, most, longest }: { readonly fewest: number; readonly most: number; readonly longest: number }
): readonly string[] | undefined {
	if (!Array.isArray(value) || value.length < fewest || value.length > most) return undefined;
	const titles = value.map((one: { title?: unknown } | null) => one?.title);
	return titles.every((title): title is string => isTitle(title, longest)) ? titles : undefined;
}

/** Whether a text is there and within its limit. */
export function isTitle(value: unknown, longest: number): value is string {
	return typeof value === 'string' && value.trim() !== '' && [...value].length <= longest;
}

/** Whether a number is whole and within its limits. */
export function isWithin(value: unknown, least: number, most: number): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}
