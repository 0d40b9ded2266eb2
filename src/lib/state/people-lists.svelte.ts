import type { Role } from '#lib/model/chat.ts';
import type { PersonChange } from '#lib/model/person-change.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import { requestBanned } from '#lib/platforms/twitch/helix/banned.ts';
import { requestChatters } from '#lib/platforms/twitch/helix/chatters.ts';
import { requestFollowers } from '#lib/platforms/twitch/helix/followers.ts';
import { requestModerators } from '#lib/platforms/twitch/helix/moderators.ts';
import { requestSubscribers } from '#lib/platforms/twitch/helix/subscribers.ts';
import { requestVips } from '#lib/platforms/twitch/helix/vips.ts';
import { systemClock, type Clock } from '#lib/transport/clock.ts';
import type { ControlRoom } from './control-room.svelte.ts';
import { PeopleList } from './people-list.svelte.ts';

const readers = {
	chatters: requestChatters,
	moderators: requestModerators,
	vips: requestVips,
	followers: requestFollowers,
	subscribers: requestSubscribers,
	banned: requestBanned
} as const;

/** The lists of a channel's people. */
export type PeopleKind = keyof typeof readers;

/** What the lists need of the control room. */
export type PeopleRoom = Pick<ControlRoom, 'helix' | 'broadcasterId' | 'streamer' | 'events'>;

/** Everybody who has to do with the streamer's channel. */
export class PeopleLists {
	readonly #room: PeopleRoom;
	readonly #lists: Readonly<Record<PeopleKind, PeopleList>>;

	constructor(room: PeopleRoom, clock: Clock = systemClock) {
		this.#room = room;
		const create = (kind: PeopleKind) => new PeopleList(() => readers[kind](room.helix, room.broadcasterId), clock);
		this.#lists = {
			chatters: create('chatters'),
			moderators: create('moderators'),
			vips: create('vips'),
			followers: create('followers'),
			subscribers: create('subscribers'),
			banned: create('banned')
		};
	}

	of(kind: PeopleKind): PeopleList {
		return this.#lists[kind];
	}

	/** Hears what happens on the stream until the returned function is called. */
	open(): () => void {
		return this.#room.events.on((event) => this.#takeEvent(event));
	}

	/** What somebody is in the channel, as far as the lists were read. */
	rolesOf(userId: string): readonly Role[] {
		const { moderators, vips, subscribers } = this.#lists;
		return [
			...(userId === this.#room.streamer?.userId ? (['broadcaster'] as const) : []),
			...(moderators.find(userId) ? (['moderator'] as const) : []),
			...(vips.find(userId) ? (['vip'] as const) : []),
			...(subscribers.find(userId) ? (['subscriber'] as const) : [])
		];
	}

	/** Moves the lists on by what was done to somebody. */
	take(change: PersonChange): void {
		const { chatters, moderators, vips, banned } = this.#lists;
		const { person } = change;
		switch (change.type) {
			case 'role': {
				const list = change.role === 'moderator' ? moderators : vips;
				if (change.given) list.put(person);
				else list.drop(person.userId);
				return;
			}
			case 'ban':
				banned.put({ ...person, since: change.at, ban: change.ban });
				if (change.ban.endsAt === undefined) chatters.drop(person.userId);
				return;
			case 'unban':
				banned.drop(person.userId);
				return;
			default:
				change satisfies never;
		}
	}

	/** Forgets one account's people. */
	clear(): void {
		for (const list of Object.values(this.#lists)) list.clear();
	}

	#takeEvent(event: StreamEvent): void {
		if (event.simulated || event.platform !== 'twitch') return;
		const { followers, subscribers } = this.#lists;
		switch (event.type) {
			case 'role':
			case 'unban':
				return this.take(event);
			case 'ban':
				return this.take({ type: 'ban', person: event.person, at: event.at, ban: toBan(event) });
			case 'follow':
				return followers.put({ ...event.person, since: event.at });
			case 'subscription':
				return subscribers.put({ ...event.person, subscription: { tier: event.tier, gifted: event.gifted } });
			case 'subscription-end':
				return subscribers.drop(event.person.userId);
		}
	}
}

function toBan({ reason, by, endsAt }: Extract<StreamEvent, { readonly type: 'ban' }>) {
	return { reason, by: by.displayName, ...(endsAt !== undefined && { endsAt }) };
}
