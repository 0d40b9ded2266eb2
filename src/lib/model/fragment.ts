/** A part of a message's text; joining every fragment's `text` gives back the whole text. */
export type Fragment =
	| { readonly type: 'text'; readonly text: string }
	| {
			readonly type: 'emote';
			readonly text: string;
			readonly emote: Emote;
			/** Drawn over it, in this order; their words are part of `text`. */
			readonly overlays?: readonly Emote[];
	  }
	| { readonly type: 'mention'; readonly text: string; readonly login: string }
	| { readonly type: 'link'; readonly text: string; readonly url: string }
	| { readonly type: 'cheer'; readonly text: string; readonly cheer: Cheer };

/** An emote by provider and id; its image URL is built from them and a fixed host, never taken from a message. */
export interface Emote {
	readonly provider: 'twitch' | 'theta' | 'bttv' | 'ffz' | '7tv';
	readonly id: string;
	readonly name: string;
	/** Of an emote of a third party, whose codec built it. */
	readonly url?: string;
	/** The same without its motion; absent where it has none. */
	readonly stillUrl?: string;
	/** Width by height; absent: square. */
	readonly ratio?: number;
	/** Zero-width: drawn over the emote before it. */
	readonly overlaid?: boolean;
}

/** Bits that a word of a message gives, in the look of their amount. */
export interface Cheer {
	/** The word without its number. */
	readonly prefix: string;
	readonly bits: number;
	/** `#rrggbb`. */
	readonly color: string;
	/** Images for dark and for light surfaces. */
	readonly dark: string;
	readonly light: string;
}

/** Joins fragments back to the text they were cut from. */
export function fragmentsText(fragments: readonly Fragment[]): string {
	let text = '';
	for (const fragment of fragments) text += fragment.text;
	return text;
}
