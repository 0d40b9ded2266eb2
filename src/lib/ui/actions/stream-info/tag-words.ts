import { isTag, mostTags } from '#lib/platforms/twitch/helix/channels.ts';

/** What became of words that were to be tags. */
export interface AddedTags {
	readonly tags: readonly string[];
	/** The first word that cannot be a tag, or that there is no room for; absent where all were taken. */
	readonly refused?: string;
}

/** Splits a text at spaces, commas and `#`, and adds what can be a tag; one that is there already is not added again. */
export function addTags(tags: readonly string[], text: string): AddedTags {
	const words = text.split(/[\s,#]+/u).filter((word) => word !== '');
	return words.reduce<AddedTags>((sum, word) => addTag(sum, word), { tags });
}

function addTag({ tags, refused }: AddedTags, word: string): AddedTags {
	const sum = { tags, ...(refused !== undefined && { refused }) };
	if (tags.some((tag) => tag.toLowerCase() === word.toLowerCase())) return sum;
	if (!isTag(word) || tags.length >= mostTags) return { refused: word, ...sum };
	return { ...sum, tags: [...tags, word] };
}
