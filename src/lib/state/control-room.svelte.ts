import type { Identity } from '#lib/model/account.ts';
import { Emitter } from '#lib/model/emitter.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import type { Helix } from '#lib/platforms/twitch/helix/request.ts';
import { createContext } from 'svelte';
import type { Session } from './session.svelte.ts';

/** The streamer's own channel on Twitch: what can be done with it, and what happens on it. */
export class ControlRoom {
	/** What happens on the stream, each event once, whichever page of this browser heard it. */
	readonly events = new Emitter<StreamEvent>();
	/** What the streamer makes up, or shows again, to try something: all of it simulated, and nothing of it in `events`. */
	readonly rehearsals = new Emitter<StreamEvent>();
	readonly #session: Session;

	constructor(session: Session) {
		this.#session = session;
	}

	/** The connected Twitch account, in whose channel everything is done. */
	get streamer(): Identity | undefined {
		return this.#session.account('twitch')?.identity;
	}

	/** Twitch's API as the streamer. Throws `AuthorizationError` `not_connected` without an account. */
	get helix(): Helix {
		return this.#session.helix();
	}

	/** The streamer's user ID. Throws `AuthorizationError` `not_connected` without an account. */
	get broadcasterId(): string {
		return this.helix.credentials.identity.userId;
	}

	/** Whether the streamer has allowed something. */
	allows(scope: string): boolean {
		return this.#session.account('twitch')?.tokens.scopes.includes(scope) ?? false;
	}
}

/** The control room of the panel. */
export const [getControlRoom, setControlRoom] = createContext<ControlRoom>();
