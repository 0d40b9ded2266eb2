import type { BucketRule } from '#lib/interactive/throttle.ts';

/** What a room allows; times in ms, sizes in characters of JSON. */
export interface RoomSettings {
	readonly mostScenes: number;
	readonly mostGroups: number;
	/** In all scenes together. */
	readonly mostControls: number;
	readonly mostParticipants: number;
	readonly mostWatchers: number;
	readonly resourceChars: number;
	readonly inputChars: number;
	readonly hostCalls: BucketRule;
	readonly participantCalls: BucketRule;
	/** How many calls may come too fast before a participant is closed. */
	readonly participantRefusals: BucketRule;
	/** How long who was closed may not come back. */
	readonly banMs: number;
	readonly chargeMs: number;
	readonly sparksPerMinute: number;
	readonly mostSparks: number;
}

/** What a room allows where nothing else is said. */
export const defaultSettings: RoomSettings = {
	mostScenes: 100,
	mostGroups: 500,
	mostControls: 1_000,
	mostParticipants: 2_000,
	mostWatchers: 100,
	resourceChars: 16_384,
	inputChars: 4_096,
	hostCalls: { capacity: 500, drainRate: 200 },
	participantCalls: { capacity: 60, drainRate: 40 },
	participantRefusals: { capacity: 200, drainRate: 20 },
	banMs: 60_000,
	chargeMs: 300_000,
	sparksPerMinute: 10,
	mostSparks: 100_000
};
