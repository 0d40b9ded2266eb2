import type { Badge } from './chat.ts';
import type { BadgePicture, Cheermote, PictureSet } from './chat-pictures.ts';
import type { Emote } from './fragment.ts';

/** The pictures of several sets by what finds them in a line. */
export interface PictureIndex {
	/** By their word. */
	readonly emotes: ReadonlyMap<string, Emote>;
	/** By `badgeName`. */
	readonly badges: ReadonlyMap<string, BadgePicture>;
	/** By their prefix in lower case. */
	readonly cheermotes: ReadonlyMap<string, Cheermote>;
}

/** Joins sets into one index; of two pictures with the same name the one of the earlier set stays. */
export function createPictureIndex(sets: readonly PictureSet[]): PictureIndex {
	const latestFirst = [...sets].reverse();
	return {
		emotes: new Map(latestFirst.flatMap(({ emotes = [] }) => emotes.map((emote) => [emote.name, emote]))),
		badges: new Map(latestFirst.flatMap(({ badges = [] }) => badges.map((badge) => [badgeName(badge), badge]))),
		cheermotes: new Map(
			latestFirst.flatMap(({ cheermotes = [] }) =>
				cheermotes.map((cheermote) => [cheermote.prefix.toLowerCase(), cheermote])
			)
		)
	};
}

/** `set/version`, as in Twitch's `badges` tag. */
export function badgeName({ set, version }: Badge): string {
	return `${set}/${version}`;
}
