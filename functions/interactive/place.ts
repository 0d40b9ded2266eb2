import type { ParticipantKey } from './participant-key.ts';

/** What a socket is to a room; checked by the Worker before the room hears of it. */
export type Place =
	| {
			readonly role: 'host';
			readonly userAgent: string;
			/** Names one run of a game client, so that it may take its own seat over after its line went dead. */
			readonly instance: string | undefined;
			/** Whether it reads several packets in one frame. */
			readonly batched: boolean;
			/** The client ID of the game. */
			readonly clientId: string;
	  }
	| { readonly role: 'participant'; readonly key: ParticipantKey }
	| { readonly role: 'watcher'; readonly key: ParticipantKey }
	| { readonly role: 'waiter' };

const header = 'X-Place';

/** The request that brings a socket to its room; nothing of the outside's request travels along. */
export function formatPlaceRequest(place: Place): Request {
	// A header holds bytes, and names hold any letter.
	const headers = { Upgrade: 'websocket', [header]: encodeURIComponent(JSON.stringify(place)) };
	return new Request('https://room/', { headers });
}

/** Reads what `formatPlaceRequest` wrote: only our Worker reaches a room. */
export function parsePlaceRequest(request: Request): Place {
	return JSON.parse(decodeURIComponent(request.headers.get(header) ?? '')) as Place;
}
