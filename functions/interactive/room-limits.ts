import type { FrameLimits } from '#lib/interactive/packet.ts';
import { defaultSettings, type RoomSettings } from '#lib/interactive/room/settings.ts';
import type { BucketRule } from '#lib/interactive/throttle.ts';
import type { Env } from '../env.ts';

/** What a frame of each side may be. */
export const frameLimits = {
	host: { chars: 1_000_000, depth: 32, packets: 100 },
	participant: { chars: 16_384, depth: 16, packets: 10 }
} as const satisfies Record<string, FrameLimits>;

/** What a room's object allows beside what the room does. */
export interface RoomLimits {
	readonly settings: RoomSettings;
	readonly mostWaiting: number;
	/** What an account has on its first visit to a channel. */
	readonly firstSparks: number;
}

/** Reads the limits that the operator set; anything but a whole number counts as not set. */
export function readRoomLimits(env: Env): RoomLimits {
	const { mostParticipants, mostWatchers, mostControls, sparksPerMinute, participantCalls, hostCalls } =
		defaultSettings;
	return {
		settings: {
			...defaultSettings,
			mostParticipants: read(env.ROOM_MAX_PARTICIPANTS, mostParticipants),
			mostWatchers: read(env.ROOM_MAX_WATCHERS, mostWatchers),
			mostControls: read(env.ROOM_MAX_CONTROLS, mostControls),
			sparksPerMinute: read(env.ROOM_SPARKS_PER_MINUTE, sparksPerMinute),
			participantCalls: readRate(env.ROOM_CALLS_PER_SECOND, participantCalls),
			hostCalls: readRate(env.ROOM_HOST_CALLS_PER_SECOND, hostCalls)
		},
		mostWaiting: read(env.ROOM_MAX_WAITING, 10_000),
		firstSparks: read(env.ROOM_FIRST_SPARKS, 100)
	};
}

function read(setting: string | undefined, fallback: number): number {
	return setting !== undefined && /^\d{1,9}$/.test(setting) ? Number(setting) : fallback;
}

/** As many at once, in the proportion that is usual, as a greater rate brings. */
function readRate(setting: string | undefined, { capacity, drainRate }: BucketRule): BucketRule {
	const perSecond = read(setting, drainRate);
	return { capacity: Math.ceil((capacity * perSecond) / drainRate), drainRate: perSecond };
}
