import { compareTimetokens } from '#lib/platforms/theta/timetoken.ts';
import { answer } from './answers.ts';
import type { JournalEntry } from './journal.ts';
import type { Keyset } from './keyset.ts';
import { decodeChannels, decodePart } from './paths.ts';

const mostPerChannel = 100;
const mostForSeveral = 25;
const success = { status: 200, error: false, error_message: '' };

/** Answers `/v3/history/sub-key/{sub}/channel/{channels}`: `start` is exclusive, `end` inclusive, oldest first. */
export function answerHistory(keyset: Keyset, part: string, query: URLSearchParams): Response {
	const names = decodeChannels(part);
	const limit = pageSize(query.get('max'), names.length > 1 ? mostForSeveral : mostPerChannel);
	const pages = names.map((name) => [name, page(keyset.journal.stored(name), query, limit)] as const);
	const filled = pages.filter(([, { entries }]) => entries.length > 0);
	const channels = Object.fromEntries(
		filled.map(([name, { entries }]) => [encodeURIComponent(name), entries.map((entry) => toRecord(entry, query))])
	);
	const [only] = names.length === 1 ? filled : [];
	return answer({
		...success,
		channels,
		...(only?.[1].truncated ? { more: nextPage(keyset, part, only[1].entries, limit) } : {})
	});
}

function nextPage(keyset: Keyset, part: string, entries: readonly JournalEntry[], limit: number): object {
	const start = entries[0]?.timetoken ?? '0';
	const path = `/v3/history/sub-key/${keyset.keys.subscribeKey}/channel/${part}`;
	return { url: `${path}?start=${start}&max=${limit}`, start, max: limit };
}

/** Answers `/v3/history/sub-key/{sub}/message-counts/{channels}`: how many are newer than each timetoken. */
export function answerMessageCounts(keyset: Keyset, part: string, query: URLSearchParams): Response {
	const names = decodeChannels(part);
	const timetokens = (query.get('channelsTimetoken') ?? query.get('timetoken') ?? '0').split(',');
	const counts = names.map((name, index) => {
		const from = timetokens[index] ?? timetokens[0] ?? '0';
		return [name, keyset.journal.stored(name).filter((entry) => compareTimetokens(entry.timetoken, from) >= 0).length];
	});
	return answer({ ...success, channels: Object.fromEntries(counts), more: {} });
}

/** Answers `/v2/history/sub-key/{sub}/channel/{channel}`. */
export function answerOldHistory(keyset: Keyset, part: string, query: URLSearchParams): Response {
	const limit = pageSize(query.get('count'), mostPerChannel);
	const { entries } = page(keyset.journal.stored(decodePart(part)), query, limit);
	const withToken = query.get('include_token') === 'true';
	const asText = query.get('string_message_token') === 'true';
	const toToken = (timetoken: string | undefined) => (asText ? (timetoken ?? '0') : Number(timetoken ?? 0));
	const messages = entries.map(({ payload, timetoken }) =>
		withToken ? { message: payload, timetoken: toToken(timetoken) } : payload
	);
	return answer([messages, toToken(entries[0]?.timetoken), toToken(entries.at(-1)?.timetoken)]);
}

function page(stored: readonly JournalEntry[], query: URLSearchParams, limit: number) {
	const start = query.get('start');
	const end = query.get('end');
	const within = stored.filter(
		({ timetoken }) =>
			(start === null || compareTimetokens(timetoken, start) < 0) &&
			(end === null || compareTimetokens(timetoken, end) >= 0)
	);
	return { entries: within.slice(-limit), truncated: within.length > limit };
}

function pageSize(asked: string | null, most: number): number {
	const size = Number(asked);
	return Number.isInteger(size) && size > 0 && size <= most ? size : most;
}

function toRecord(entry: JournalEntry, query: URLSearchParams): object {
	return {
		message: entry.payload,
		timetoken: entry.timetoken,
		...(query.get('include_message_type') === 'true' ? { message_type: null } : {}),
		...(query.get('include_uuid') === 'true' ? { uuid: entry.publisher } : {}),
		...(query.get('include_meta') === 'true' ? { meta: entry.meta ?? '' } : {})
	};
}
