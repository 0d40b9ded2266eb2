import type { PictureSet } from './chat-pictures.ts';
import type { Emote } from './fragment.ts';

/** What changed in a set of emotes. */
export interface EmoteChange {
	readonly added: readonly Emote[];
	/** By id. */
	readonly removed: readonly string[];
	readonly renamed: readonly { readonly id: string; readonly name: string }[];
}

/** No service lets a channel have as many. */
const mostEmotes = 10_000;

/** The set after a change; what it removes or renames and the set does not hold changes nothing. */
export function changeEmotes(set: PictureSet, { added, removed, renamed }: EmoteChange): PictureSet {
	const names = new Map(renamed.map(({ id, name }) => [id, name]));
	const gone = new Set([...removed, ...added.map(({ id }) => id)]);
	const kept = (set.emotes ?? []).filter(({ id }) => !gone.has(id));
	const emotes = kept.map((emote) => ({ ...emote, name: names.get(emote.id) ?? emote.name }));
	return { ...set, emotes: [...emotes, ...added].slice(0, mostEmotes) };
}
