import type { Identity } from '#lib/model/account.ts';
import type { RoomState } from '#lib/model/chat.ts';
import { Emitter } from '#lib/model/emitter.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import { closedStatus, type EventSubStatus } from '#lib/platforms/twitch/eventsub/status.ts';
import type { Helix } from '#lib/platforms/twitch/helix/request.ts';
import { createKeptSessions } from '#lib/services/kept-sessions.ts';
import { createContext } from 'svelte';
import type { Session } from './session.svelte.ts';
import { onWake } from './wake.ts';

/** The streamer's own channel on Twitch: what can be done with it, and what happens on it. */
export class ControlRoom {
	/** What happens on the stream, each event once, whichever page of this browser heard it. */
	readonly events = new Emitter<StreamEvent>();
	/** Whether what happens is heard, and what of it is not. */
	eventStatus = $state.raw<EventSubStatus>(closedStatus);
	/** Events may have been missed: what was loaded is to be asked for again. */
	readonly gaps = new Emitter<void>();
	/** What the streamer makes up, or shows again, to try something: all of it simulated, and nothing of it in `events`. */
	readonly rehearsals = new Emitter<StreamEvent>();
	/** Modes of the streamer's chat, as chat itself tells them. */
	readonly roomStates = new Emitter<Partial<RoomState>>();
	readonly #session: Session;
	/** Whether events may have happened that nobody heard. */
	#missing = false;

	constructor(session: Session) {
		this.#session = session;
	}

	/** The connected Twitch account, in whose channel everything is done; absent until it can be used. */
	get streamer(): Identity | undefined {
		return this.#session.ready ? this.#session.account('twitch')?.identity : undefined;
	}

	/** Twitch's API as the streamer. Throws `AuthorizationError` `not_connected` without an account. */
	get helix(): Helix {
		return this.#session.helix();
	}

	/** The streamer's user ID. Throws `AuthorizationError` `not_connected` without an account. */
	get broadcasterId(): string {
		return this.helix.credentials.identity.userId;
	}

	/** Hears what happens on the connected account's channel until the returned function is called. */
	openEvents(): () => void {
		const { helix } = this;
		let close: (() => void) | undefined = () => {};
		const load = async () => {
			const { StreamEvents, findPagePorts } = await import('#lib/services/stream-events.ts');
			if (!close) return;
			const events = new StreamEvents({
				helix,
				ports: findPagePorts(),
				kept: createKeptSessions(helix.credentials.identity.userId, () => localStorage),
				onEvent: (event) => this.events.emit(event),
				onStatus: (status) => this.#setStatus(status)
			});
			const stopWake = onWake(() => events.wake());
			close = () => {
				stopWake();
				events.close();
			};
			events.open();
		};
		void load();
		return () => {
			close?.();
			close = undefined;
		};
	}

	/** Twitch sends nothing again, so what happened before it was heard again is missed. */
	#setStatus(status: EventSubStatus): void {
		const heardBefore = this.eventStatus.state === 'live' && this.eventStatus.since !== status.since;
		this.eventStatus = status;
		if (heardBefore || status.state === 'reconnecting') this.#missing = true;
		if (status.state !== 'live' || !this.#missing) return;
		this.#missing = false;
		this.gaps.emit();
	}

	/** Whether the streamer has allowed something. */
	allows(scope: string): boolean {
		return this.#session.account('twitch')?.tokens.scopes.includes(scope) ?? false;
	}
}

/** The control room of the panel. */
export const [getControlRoom, setControlRoom] = createContext<ControlRoom>();
