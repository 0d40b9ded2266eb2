import type { TextMatch } from './chat-filter.ts';

/** What belongs to the word beside it; scripts that write without spaces are left out, so their words are found anywhere. */
const wordCharacter = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_]/u;

/** Finds any of some words in any case, whole: `ann` is in `hi ann!` and not in `banner`. */
export function createWordMatch(words: readonly string[]): TextMatch {
	const wanted = words.map((word) => word.trim().toLowerCase()).filter((word) => word !== '');
	return (text) => {
		if (wanted.length === 0) return false;
		const lower = text.toLowerCase();
		return wanted.some((word) => hasWord(lower, word));
	};
}

function hasWord(text: string, word: string): boolean {
	for (let start = text.indexOf(word); start !== -1; start = text.indexOf(word, start + word.length)) {
		if (!wordCharacter.test(text.charAt(start - 1)) && !wordCharacter.test(text.charAt(start + word.length)))
			return true;
	}
	return false;
}
