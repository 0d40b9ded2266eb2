import type { Person } from '#lib/model/person.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import { fakeNow } from './fake-environment.ts';

/** Somebody by name. */
export function person(login: string): Person {
	return { userId: `id-${login}`, login, displayName: login };
}

/** A follow on Twitch, noon if no time is given. */
export function follow(id: string, at = fakeNow): StreamEvent {
	return { id, platform: 'twitch', at, type: 'follow', person: person(id) };
}

/** Subscriptions that are given away. */
export function gift(id: string, count: number, at = fakeNow): StreamEvent {
	return { id, platform: 'twitch', at, type: 'gift', person: person('giver'), tier: '1000', count };
}

/** A subscription that somebody was given. */
export function gifted(id: string, at = fakeNow): StreamEvent {
	return { id, platform: 'twitch', at, type: 'subscription', person: person(id), tier: '1000', gifted: true };
}
