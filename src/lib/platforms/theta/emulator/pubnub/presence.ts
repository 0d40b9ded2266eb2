import type { Clock } from '#lib/transport/clock.ts';

interface Occupant {
	state: unknown;
	timer: unknown;
}

type Action = 'join' | 'leave' | 'timeout' | 'state-change';

/** Who is on which PubNub channel of one keyset; every change is announced to whoever asked for presence. */
export class Presence {
	readonly #clock: Clock;
	readonly #announce: (channel: string, payload: unknown) => void;
	readonly #channels = new Map<string, Map<string, Occupant>>();

	constructor(clock: Clock, announce: (channel: string, payload: unknown) => void) {
		this.#clock = clock;
		this.#announce = announce;
	}

	/** Notes a sign of life, which keeps somebody here for `timeoutSeconds`. */
	touch(channels: readonly string[], userId: string, timeoutSeconds: number): void {
		for (const channel of channels.filter(countsOccupants)) this.#touch(channel, userId, timeoutSeconds);
	}

	leave(channels: readonly string[], userId: string): void {
		for (const channel of channels) this.#remove(channel, userId, 'leave');
	}

	setState(channels: readonly string[], userId: string, state: unknown): void {
		for (const channel of channels.filter(countsOccupants)) {
			const occupant = this.#channels.get(channel)?.get(userId);
			if (!occupant) continue;
			occupant.state = state;
			this.#tell(channel, userId, 'state-change', { data: state });
		}
	}

	state(channel: string, userId: string): unknown {
		return this.#channels.get(channel)?.get(userId)?.state;
	}

	occupants(channel: string): readonly { readonly uuid: string; readonly state: unknown }[] {
		return [...(this.#channels.get(channel) ?? [])].map(([uuid, { state }]) => ({ uuid, state }));
	}

	/** PubNub channels with somebody on them. */
	occupiedChannels(): readonly string[] {
		return [...this.#channels.keys()];
	}

	channelsOf(userId: string): readonly string[] {
		return [...this.#channels].filter(([, occupants]) => occupants.has(userId)).map(([channel]) => channel);
	}

	clear(): void {
		for (const occupants of this.#channels.values())
			for (const occupant of occupants.values()) this.#clock.clearTimeout(occupant.timer);
		this.#channels.clear();
	}

	#touch(channel: string, userId: string, timeoutSeconds: number): void {
		const occupants = this.#channels.get(channel) ?? new Map<string, Occupant>();
		this.#channels.set(channel, occupants);
		const present = occupants.get(userId);
		this.#clock.clearTimeout(present?.timer);
		const timer = this.#clock.setTimeout(() => this.#remove(channel, userId, 'timeout'), timeoutSeconds * 1000);
		occupants.set(userId, { state: present?.state, timer });
		if (!present) this.#tell(channel, userId, 'join');
	}

	#remove(channel: string, userId: string, action: Action): void {
		const occupants = this.#channels.get(channel);
		const occupant = occupants?.get(userId);
		if (!occupants || !occupant) return;
		this.#clock.clearTimeout(occupant.timer);
		occupants.delete(userId);
		if (occupants.size === 0) this.#channels.delete(channel);
		this.#tell(channel, userId, action);
	}

	#tell(channel: string, uuid: string, action: Action, extra: object = {}): void {
		const timestamp = Math.floor(this.#clock.now() / 1000);
		const occupancy = this.#channels.get(channel)?.size ?? 0;
		this.#announce(channel, { action, timestamp, uuid, occupancy, ...extra });
	}
}

function countsOccupants(channel: string): boolean {
	return !channel.endsWith('-pnpres') && !channel.endsWith('.*');
}
