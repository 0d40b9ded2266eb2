import { SeenIds } from '#lib/model/seen-ids.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import { EventSubConnection } from '#lib/platforms/twitch/eventsub/connection.ts';
import { closedStatus, type EventSubStatus } from '#lib/platforms/twitch/eventsub/status.ts';
import type { Helix } from '#lib/platforms/twitch/helix/request.ts';
import * as v from 'valibot';
import type { KeptSessions } from './kept-sessions.ts';
import { LeaderElection, type PagePort, type PagePorts } from './leader-election.ts';

const mostSeen = 4_000;
const mostSessions = 20;

const ids = v.array(v.pipe(v.string(), v.maxLength(200)));
const state = v.picklist(['closed', 'connecting', 'live', 'reconnecting', 'crowded', 'stopped']);
const status = v.object({
	state,
	since: v.number(),
	notAllowed: v.array(v.string()),
	revoked: v.array(v.object({ type: v.string(), reason: v.string() })),
	closeCode: v.optional(v.number())
});
const event = v.looseObject({ id: v.string(), platform: v.literal('twitch'), at: v.number(), type: v.string() });
const word = v.variant('type', [
	v.object({ type: v.literal('event'), event }),
	v.object({ type: v.literal('status'), status, sessions: ids }),
	v.object({ type: v.literal('state'), status, sessions: ids, seen: ids })
]);

type Word =
	| { readonly type: 'event'; readonly event: StreamEvent }
	| { readonly type: 'status'; readonly status: EventSubStatus; readonly sessions: readonly string[] }
	| {
			readonly type: 'state';
			readonly status: EventSubStatus;
			readonly sessions: readonly string[];
			readonly seen: readonly string[];
	  };

/** What the events of a stream are heard with, and who is told. */
export interface StreamEventsOptions {
	readonly helix: Helix;
	readonly ports: PagePorts | undefined;
	readonly kept: KeptSessions;
	readonly onEvent: (event: StreamEvent) => void;
	readonly onStatus: (status: EventSubStatus) => void;
}

/**
 * What happens on the connected streamer's channel, each event once: one page of the browser holds EventSub's socket and tells
 * the others, and the page that takes over from it knows what was heard.
 */
export class StreamEvents {
	readonly #options: StreamEventsOptions;
	readonly #election: LeaderElection;
	readonly #seen = new SeenIds(mostSeen);
	/** Of this browser's leaders. */
	readonly #sessions = new SeenIds(mostSessions);
	#connection: EventSubConnection | undefined;
	/** So that two pages which may each hear what the other may not do not take turns for ever. */
	#taken = false;
	#status = closedStatus;

	constructor(options: StreamEventsOptions) {
		this.#options = options;
		const { helix, ports, kept } = options;
		for (const id of kept.load()) this.#sessions.add(id);
		this.#election = new LeaderElection({
			name: `tributary.eventsub.1.${helix.credentials.identity.userId}`,
			ports,
			clock: helix.environment.clock,
			onLead: () => this.#lead(),
			onHear: (message) => this.#hear(message),
			greet: () => this.#describe()
		});
	}

	/** Whether this page holds the socket. */
	get leading(): boolean {
		return this.#election.leading;
	}

	open(): void {
		this.#election.open();
	}

	/** The page woke up, or is online again. */
	wake(): void {
		this.#connection?.wake();
	}

	close(): void {
		this.#election.close();
		this.#setStatus(closedStatus);
	}

	#lead(): () => void {
		const connection = new EventSubConnection({
			helix: this.#options.helix,
			seen: this.#seen,
			sessions: this.#sessions,
			onEvent: (event) => {
				this.#say({ type: 'event', event });
				this.#options.onEvent(event);
			},
			onStatus: (next) => {
				if (this.#connection !== connection) return;
				const sessions = this.#sessions.list;
				this.#options.kept.save(sessions);
				this.#setStatus(next);
				this.#say({ type: 'status', status: next, sessions });
			},
			onSign: () => this.#election.beat()
		});
		this.#connection = connection;
		connection.open();
		return () => {
			this.#connection = undefined;
			connection.close();
		};
	}

	#hear(message: unknown): void {
		const { success, output } = v.safeParse(word, message);
		if (!success) return;
		if (output.type === 'event') {
			// Another page of ours made it: its kind is what the codec can make.
			const heard = output.event as unknown as StreamEvent;
			if (this.#seen.add(heard.id)) this.#options.onEvent(heard);
			return;
		}
		for (const id of output.sessions) this.#sessions.add(id);
		if (output.type === 'state') for (const id of output.seen) this.#seen.add(id);
		const { closeCode, ...rest } = output.status;
		this.#setStatus({ ...rest, ...(closeCode !== undefined && { closeCode }) });
		if (!this.#taken && this.#isAllowedMore(rest.notAllowed)) {
			this.#taken = true;
			this.#election.take();
		}
	}

	/** A page from before a permission was given does not know of it. */
	#isAllowedMore(notAllowed: readonly string[]): boolean {
		const { scopes = [] } = this.#options.helix.credentials;
		return notAllowed.some((scope) => scopes.includes(scope));
	}

	#describe(): Word {
		return { type: 'state', status: this.#status, sessions: this.#sessions.list, seen: this.#seen.list };
	}

	#say(word: Word): void {
		this.#election.say(word);
	}

	#setStatus(next: EventSubStatus): void {
		this.#status = next;
		this.#options.onStatus(next);
	}
}

/** What the pages of this browser share. */
export function findPagePorts(): PagePorts | undefined {
	if (typeof BroadcastChannel === 'undefined' || !navigator.locks) return undefined;
	return {
		locks: { request: (name, options, task) => navigator.locks.request(name, options, task) },
		openChannel: (name) => new BroadcastChannel(name) as unknown as PagePort
	};
}
