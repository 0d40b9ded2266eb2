const longestWord = 50;

/** The words of a list with commas, each once, no longer than a name and no more than allowed. */
export function parseWords(text: string, most: number): string[] {
	const words = text.split(',').map((word) => word.trim().slice(0, longestWord).trim());
	return [...new Set(words.filter((word) => word !== ''))].slice(0, most);
}
