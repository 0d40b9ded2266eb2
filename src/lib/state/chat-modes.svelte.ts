import { changeChatModes, requestChatModes, type ChatModes } from '#lib/platforms/twitch/helix/chat-settings.ts';
import type { Clock } from '#lib/transport/clock.ts';
import type { ControlRoom } from './control-room.svelte.ts';
import { LiveValue, type RefreshCause } from './live-value.svelte.ts';

/** The modes of the streamer's chat, whoever switches them. */
export class ChatModesState {
	readonly modes: LiveValue<ChatModes>;
	readonly #room: Pick<ControlRoom, 'helix' | 'broadcasterId' | 'events' | 'roomStates'>;

	constructor(room: Pick<ControlRoom, 'helix' | 'broadcasterId' | 'events' | 'roomStates'>, clock?: Clock) {
		this.#room = room;
		this.modes = new LiveValue(() => this.request(), clock);
	}

	/** Loads the modes and follows them until the returned function is called. */
	open(): () => void {
		const { events, roomStates } = this.#room;
		const stops = [
			roomStates.on((state) => this.modes.change((modes) => ({ ...modes, ...state }))),
			events.on(({ type }) => {
				if (type === 'chat-settings-changed') this.modes.loadSoon();
			})
		];
		void this.modes.load();
		return () => {
			for (const stop of stops) stop();
			this.modes.clear();
		};
	}

	refresh(cause: RefreshCause): void {
		this.modes.refresh(cause);
	}

	/** The modes as they are this moment. */
	async request(): Promise<ChatModes> {
		return await requestChatModes(this.#room.helix, this.#room.broadcasterId);
	}

	/** Changes some modes; after a failure they are asked for again. */
	async change(change: Partial<ChatModes>): Promise<void> {
		try {
			const answered = await changeChatModes(this.#room.helix, this.#room.broadcasterId, change);
			const { delaySeconds } = { ...this.modes.current, ...change };
			this.modes.set({ ...(delaySeconds !== undefined && { delaySeconds }), ...answered });
		} catch (error) {
			this.modes.loadSoon();
			throw error;
		}
	}
}
