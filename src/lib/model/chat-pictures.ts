import type { Badge } from './chat.ts';
import type { Emote, Fragment } from './fragment.ts';

/** Who gives pictures; each may be out while the others work. */
export type PictureService = 'twitch' | 'bttv' | 'ffz' | '7tv';

/** A badge with its own name and image. */
export interface BadgePicture extends Badge {
	readonly title: string;
	readonly url: string;
}

/** From how many bits on a cheermote looks how; one image for each surface. */
export interface CheerTier {
	readonly minBits: number;
	/** `#rrggbb`. */
	readonly color: string;
	readonly dark: string;
	readonly light: string;
}

/** A word that cheers when a number of bits follows it. */
export interface Cheermote {
	readonly prefix: string;
	/** Highest first. */
	readonly tiers: readonly CheerTier[];
}

/** The pictures that came from one place; every address in it is built from a validated id and a configured host. */
export interface PictureSet {
	readonly emotes?: readonly Emote[];
	readonly badges?: readonly BadgePicture[];
	readonly cheermotes?: readonly Cheermote[];
}

/** The emotes that came from one place. */
export interface EmoteGroup {
	readonly service: PictureService;
	/** Known in every channel, and not this one's own. */
	readonly global: boolean;
	readonly emotes: readonly Emote[];
}

/** What a channel's lines are drawn with, as far as it is loaded at that moment. */
export interface ChatPictures {
	/** Turns words of text into emotes, and with `bits` into cheers; everything else stays as it is. */
	decorate(fragments: readonly Fragment[], bits?: number): readonly Fragment[];
	badge(badge: Badge): BadgePicture | undefined;
	/** Whatever can be written as a word; a channel's own before global ones, and the same object until it changes. */
	readonly emoteGroups: readonly EmoteGroup[];
	/** Services that do not answer. */
	readonly out: readonly PictureService[];
}
