import type { Surface } from './name-color.ts';

/** How chat lines are drawn; changing it means drawing them again. */
export interface LineOptions {
	readonly surface: Surface;
	/** The host of Twitch's emote images. */
	readonly imageUrl: string;
	/** Emotes without their motion. */
	readonly stillEmotes?: boolean;
	/** The folder of badge pictures. */
	readonly badgesUrl: string;
	/** Writes a moment as the reader's clock shows it; absent: lines carry no time. */
	readonly formatTime?: (epochMs: number) => string;
	/** Names the channel on every line, for feeds of several channels of one platform. */
	readonly channelLabels: boolean;
}
