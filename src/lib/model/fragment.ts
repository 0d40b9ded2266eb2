/** A part of a message's text; joining every fragment's `text` gives back the whole text. */
export type Fragment =
	| { readonly type: 'text'; readonly text: string }
	| { readonly type: 'emote'; readonly text: string; readonly emote: Emote }
	| { readonly type: 'mention'; readonly text: string; readonly login: string }
	| { readonly type: 'link'; readonly text: string; readonly url: string };

/** An emote by provider and id; its image URL is built from them and a fixed host, never taken from a message. */
export interface Emote {
	readonly provider: 'twitch' | 'theta';
	readonly id: string;
	readonly name: string;
}

/** Joins fragments back to the text they were cut from. */
export function fragmentsText(fragments: readonly Fragment[]): string {
	let text = '';
	for (const fragment of fragments) text += fragment.text;
	return text;
}
