import type { CommandHint } from '#lib/platforms/chat-connection.ts';
import type { ChatNames } from './chat-names.ts';

const mostSuggestions = 8;

/** A word that is being typed and may be completed. */
export interface CompletionQuery {
	readonly kind: 'command' | 'mention' | 'emote';
	/** Without its first character. */
	readonly word: string;
	/** Where the word begins and ends in the text, its first character included. */
	readonly start: number;
	readonly end: number;
}

/** One way to complete a word. */
export interface Suggestion {
	/** What takes the place of the word. */
	readonly text: string;
	readonly detail?: string;
}

/** Everything that can be suggested. */
export interface CompletionSources extends ChatNames {
	readonly commands: readonly CommandHint[];
}

const patterns = [
	['command', /^\/([a-z]*)$/i],
	['mention', /(?:^|\s)@([^\s@]*)$/],
	['emote', /(?:^|\s):([\w-]{2,})$/]
] as const;

/** Finds the word before the caret that could be completed. */
export function findCompletionQuery(text: string, caret: number): CompletionQuery | undefined {
	const before = text.slice(0, caret);
	for (const [kind, pattern] of patterns) {
		const word = pattern.exec(before)?.[1];
		if (word !== undefined) return { kind, word, start: caret - word.length - 1, end: caret };
	}
	return undefined;
}

/** What the word could become: what it is already first, then what begins with it, then what contains it. */
export function suggest({ kind, word }: CompletionQuery, sources: CompletionSources): readonly Suggestion[] {
	switch (kind) {
		case 'command':
			return match(sources.commands, word, ({ name }) => name).map(({ name, usage }) => ({
				text: `/${name}`,
				...(usage && { detail: usage })
			}));
		case 'mention':
			return match(sources.chatters, word, (name) => name).map((name) => ({ text: `@${name}` }));
		case 'emote':
			return match(sources.emotes, word, (name) => name).map((text) => ({ text }));
	}
}

/** The text with the word replaced, and where the caret goes. */
export function complete(
	text: string,
	{ start, end }: CompletionQuery,
	suggestion: Suggestion
): { readonly text: string; readonly caret: number } {
	const before = `${text.slice(0, start)}${suggestion.text} `;
	return { text: before + text.slice(end).replace(/^ /, ''), caret: before.length };
}

function match<Item>(items: readonly Item[], word: string, nameOf: (item: Item) => string): readonly Item[] {
	const wanted = word.toLowerCase();
	const ranks = items.map((item) => ({ item, rank: rankOf(nameOf(item).toLowerCase(), wanted) }));
	const ranked = (rank: Rank) => ranks.filter((one) => one.rank === rank).map(({ item }) => item);
	return [...ranked('same'), ...ranked('beginning'), ...ranked('containing')].slice(0, mostSuggestions);
}

type Rank = 'same' | 'beginning' | 'containing' | 'none';

function rankOf(name: string, wanted: string): Rank {
	if (name === wanted) return 'same';
	if (name.startsWith(wanted)) return 'beginning';
	return name.includes(wanted) ? 'containing' : 'none';
}
