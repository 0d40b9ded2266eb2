import type { StreamEvent } from '#lib/model/stream-event.ts';
import { systemClock, type Clock } from '#lib/transport/clock.ts';
import { createContext } from 'svelte';
import type { ControlRoom } from './control-room.svelte.ts';
import { HeldMessages } from './held-messages.svelte.ts';
import type { SettingsStorage } from './settings.svelte.ts';
import { SuspiciousViewers } from './suspicious-viewers.svelte.ts';
import { UnbanQueue, type RequestPage } from './unban-queue.svelte.ts';
import { Warnings } from './warnings.svelte.ts';

const scope = 'moderator:manage:unban_requests';
const expiryCheckMs = 10_000;

/** What waits for a decision in the streamer's chat, heard of whether it is looked at or not. */
export class Queues {
	readonly held: HeldMessages;
	readonly unbans = new UnbanQueue();
	readonly suspicious: SuspiciousViewers;
	readonly warnings: Warnings;
	/** How many things wait. */
	readonly open = $derived.by(() => this.held.waiting.length + this.unbans.list.length);
	readonly #room: ControlRoom;
	readonly #clock: Clock;

	constructor(room: ControlRoom, storage: () => SettingsStorage = () => sessionStorage, clock = systemClock) {
		this.#room = room;
		this.#clock = clock;
		this.held = new HeldMessages(storage);
		this.suspicious = new SuspiciousViewers(storage);
		this.warnings = new Warnings(storage);
	}

	/** Goes on with an account's channel until the returned function is called. */
	follow(userId: string): () => void {
		for (const list of [this.held, this.suspicious, this.warnings]) list.open(userId);
		this.unbans.clear();
		if (this.#room.allows(scope)) void this.loadUnbans();
		const stops = [
			this.#room.events.on((event) => this.#take(event)),
			this.#room.gaps.on(() => {
				if (this.#room.allows(scope)) void this.loadUnbans();
			})
		];
		const check = () => {
			this.held.expire(this.#clock.now());
			timer = this.#clock.setTimeout(check, expiryCheckMs);
		};
		let timer: unknown;
		check();
		return () => {
			for (const stop of stops) stop();
			this.#clock.clearTimeout(timer);
		};
	}

	/** Loads the requests that are pending. */
	loadUnbans(): Promise<void> {
		return this.unbans.load(this.#requestPage);
	}

	/** Loads more of them. */
	loadMoreUnbans(): Promise<void> {
		return this.unbans.loadMore(this.#requestPage);
	}

	readonly #requestPage: RequestPage = async (after) => {
		const { requestUnbanRequests } = await import('#lib/platforms/twitch/helix/unban-requests.ts');
		return requestUnbanRequests(this.#room.helix, this.#room.broadcasterId, { status: 'pending', after });
	};

	/** What was made up to try something waits for nobody. */
	#take(event: StreamEvent): void {
		if (event.simulated || event.platform !== 'twitch') return;
		for (const list of [this.held, this.unbans, this.suspicious, this.warnings]) list.take(event);
	}
}

/** The queues of the panel. */
export const [getQueues, setQueues] = createContext<Queues>();
