import * as v from 'valibot';
import type { Clock } from '#lib/transport/clock.ts';
import { answer, badRequest, forbidden, invalidSubscribeKey, notFound, preflight } from './answers.ts';
import { answerHistory, answerMessageCounts, answerOldHistory } from './history-endpoints.ts';
import { Keyset, type KeysetKeys } from './keyset.ts';
import { decodeChannels } from './paths.ts';
import { answerPresence, presenceTimeoutSeconds } from './presence-endpoints.ts';
import { answerPublish, answerSignal } from './publish-endpoints.ts';
import { TimetokenSource } from './timetoken-source.ts';

const subKeySegments = ['sub-key', 'sub_key'];

interface ReadRequest {
	readonly keyset: Keyset;
	/** The path after the subscribe key. */
	readonly tail: readonly string[];
	readonly query: URLSearchParams;
	readonly request: Request;
}

const snapshotSchema = v.object({
	last: v.pipe(v.string(), v.regex(/^\d{17}$/)),
	keysets: v.record(v.string(), v.unknown())
});

/** A PubNub origin for any number of keysets. @see https://www.pubnub.com/docs/general/basics/publish-messages */
export class PubNubEmulator {
	readonly #timetokens: TimetokenSource;
	readonly #keysets: ReadonlyMap<string, Keyset>;
	readonly #now = () => this.#timetokens.next();
	readonly #readers: Readonly<Record<string, (read: ReadRequest) => Response | Promise<Response>>> = {
		'v2/subscribe': (read) => this.#subscribe(read),
		'v2/presence': ({ keyset, tail, query }) => answerPresence(keyset, tail, query),
		'v2/history': ({ keyset, tail, query }) => answerOldHistory(keyset, tail[1] ?? '', query),
		'v3/history': ({ keyset, tail, query }) =>
			(tail[0] === 'message-counts' ? answerMessageCounts : answerHistory)(keyset, tail[1] ?? '', query)
	};

	constructor(clock: Clock, keysets: readonly KeysetKeys[]) {
		this.#timetokens = new TimetokenSource(clock);
		this.#keysets = new Map(keysets.map((keys) => [keys.subscribeKey, new Keyset(keys, clock, this.#timetokens)]));
	}

	/** Publishes as the service behind a keyset and returns the timetoken. */
	publish(subscribeKey: string, channel: string, payload: unknown): string {
		const publication = { channel, payload, publisher: 'theta', kind: 'message', stored: true } as const;
		return this.#keysets.get(subscribeKey)?.publish(publication) ?? this.#now();
	}

	/** PubNub channels that have a waiting or recent subscriber. */
	watchedChannels(subscribeKey: string): readonly string[] {
		return this.#keysets.get(subscribeKey)?.desk.watchedChannels() ?? [];
	}

	/** Answers 403 to everything with a key, waiting polls included, until it is called again. */
	setRefused(subscribeKey: string, refused: boolean): void {
		this.#keysets.get(subscribeKey)?.setRefused(refused);
	}

	/** Answers a request whose path starts with one segment of our own. */
	async fetch(request: Request): Promise<Response> {
		if (request.method === 'OPTIONS') return preflight();
		const { pathname, searchParams } = new URL(request.url);
		const parts = pathname.split('/').slice(2);
		if (parts[0] === 'time') return answer(`[${this.#now()}]`);
		if (parts[0] === 'publish' || parts[0] === 'signal') return this.#write(parts, request, searchParams);
		return this.#read(parts, request, searchParams);
	}

	/** What a restart would lose. */
	snapshot(): unknown {
		const keysets = [...this.#keysets].map(([key, { journal }]) => [key, journal.snapshot()]);
		return { last: this.#timetokens.last, keysets: Object.fromEntries(keysets) };
	}

	/** Takes back a snapshot, also one of another run; anything else throws. */
	restore(snapshot: unknown): void {
		const { last, keysets } = v.parse(snapshotSchema, snapshot);
		this.#timetokens.raise(last);
		for (const [key, journal] of Object.entries(keysets)) this.#keysets.get(key)?.journal.restore(journal);
	}

	reset(): void {
		for (const keyset of this.#keysets.values()) keyset.reset();
	}

	async #write(parts: readonly string[], request: Request, query: URLSearchParams): Promise<Response> {
		const [verb, publishKey = '', subscribeKey = ''] = parts;
		const keyset = this.#keysets.get(subscribeKey);
		if (keyset?.keys.publishKey !== publishKey) return answer([0, 'Invalid Key', this.#now()], 400);
		const rest = parts.slice(4);
		if (keyset.refused) return forbidden(decodeChannels(rest[0] ?? ''));
		if (verb === 'signal') return answerSignal(keyset, rest, query, this.#now);
		return answerPublish(keyset, rest, request, this.#now);
	}

	#read(parts: readonly string[], request: Request, query: URLSearchParams): Response | Promise<Response> {
		const [version, service, ...rest] = parts;
		const read = this.#readers[`${version}/${service}`];
		const [key = '', ...tail] = service === 'subscribe' ? rest : rest.slice(1);
		if (!read || (service !== 'subscribe' && !subKeySegments.includes(rest[0] ?? ''))) return notFound();
		const keyset = this.#keysets.get(key);
		if (!keyset) return invalidSubscribeKey();
		if (keyset.refused) return forbidden(decodeChannels((service === 'subscribe' ? tail[0] : tail[1]) ?? ''));
		return read({ keyset, tail, query, request });
	}

	async #subscribe({ keyset, tail, query, request }: ReadRequest): Promise<Response> {
		const channels = decodeChannels(tail[0] ?? '');
		const cursor = query.get('tt') ?? '0';
		if (!/^\d{1,17}$/.test(cursor)) return badRequest('Invalid Timetoken', 'Access Manager');
		const userId = query.get('uuid');
		if (userId) keyset.presence.touch(channels, userId, presenceTimeoutSeconds(query));
		if (/^0+$/.test(cursor)) return keyset.desk.handshake(channels, this.#now());
		return keyset.desk.poll({ channels, cursor, signal: request.signal });
	}
}
