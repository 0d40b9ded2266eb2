import type { Cheermote } from './chat-pictures.ts';
import type { Fragment } from './fragment.ts';
import type { PictureIndex } from './picture-index.ts';

const mostDigits = 7;

type FindFragment = (word: string) => Fragment | undefined;

/**
 * Turns whole, space-separated words of text into the emotes of their name and, where the message gives `bits`, into
 * cheers: one look-up a word. What is no text, such as Twitch's own emotes, stays; texts still add up to the message.
 */
export function decorateFragments(
	fragments: readonly Fragment[],
	{ emotes, cheermotes }: Pick<PictureIndex, 'emotes' | 'cheermotes'>,
	bits = 0
): readonly Fragment[] {
	if (emotes.size === 0 && bits === 0) return fragments;
	const find: FindFragment = (word) => {
		const emote = emotes.get(word);
		if (emote) return { type: 'emote', text: word, emote };
		return bits > 0 ? findCheer(word, cheermotes, bits) : undefined;
	};
	const decorated: Fragment[] = [];
	for (const [index, fragment] of fragments.entries()) {
		if (fragment.type !== 'text') decorated.push(fragment);
		else cutWords(fragment.text, { follows: index > 0, leads: index < fragments.length - 1 }, find, decorated);
	}
	return decorated;
}

/** A word that touches the fragment before or after it is not a whole one. */
function cutWords(
	text: string,
	{ follows, leads }: { readonly follows: boolean; readonly leads: boolean },
	find: FindFragment,
	decorated: Fragment[]
): void {
	const limit = leads ? text.lastIndexOf(' ') + 1 : text.length;
	let plainStart = 0;
	for (let start = follows ? wordEnd(text, 0) + 1 : 0; start < limit;) {
		const end = wordEnd(text, start);
		const found = end > start ? find(text.slice(start, end)) : undefined;
		if (found) {
			append(text.slice(plainStart, start), found, decorated);
			plainStart = end;
		}
		start = end + 1;
	}
	if (plainStart < text.length) decorated.push({ type: 'text', text: text.slice(plainStart) });
}

function append(gap: string, found: Fragment, decorated: Fragment[]): void {
	const last = decorated.at(-1);
	if (found.type === 'emote' && found.emote.overlaid && last?.type === 'emote' && gap.trim() === '') {
		const overlays = [...(last.overlays ?? []), found.emote];
		decorated[decorated.length - 1] = { ...last, text: last.text + gap + found.text, overlays };
		return;
	}
	if (gap !== '') decorated.push({ type: 'text', text: gap });
	decorated.push(found);
}

function findCheer(word: string, cheermotes: ReadonlyMap<string, Cheermote>, most: number): Fragment | undefined {
	const split = numberStart(word);
	if (split === 0 || split === word.length || word.length - split > mostDigits) return undefined;
	const prefix = word.slice(0, split);
	const given = Number(word.slice(split));
	const cheermote = cheermotes.get(prefix.toLowerCase());
	const tier = given <= most ? cheermote?.tiers.find(({ minBits }) => minBits <= given) : undefined;
	if (!tier) return undefined;
	const { color, dark, light } = tier;
	return { type: 'cheer', text: word, cheer: { prefix, bits: given, color, dark, light } };
}

function numberStart(word: string): number {
	let start = word.length;
	while (start > 0 && isDigit(word.charCodeAt(start - 1))) start--;
	return start;
}

function isDigit(unit: number): boolean {
	return unit >= 48 && unit <= 57;
}

function wordEnd(text: string, start: number): number {
	const end = text.indexOf(' ', start);
	return end === -1 ? text.length : end;
}
