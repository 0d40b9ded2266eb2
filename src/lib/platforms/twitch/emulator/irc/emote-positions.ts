import { isSubscriber, type EmulatedUser } from '../emulated-user.ts';
import { emulatedEmotes } from '../images/emotes.ts';

/** The `emotes` tag of a text, and whether the text is nothing else. */
export interface EmotePositions {
	readonly tag: string;
	readonly only: boolean;
}

/** Finds the emotes that the account may use; positions count code points. @see https://dev.twitch.tv/docs/irc/emotes/ */
export function findEmotes(text: string, user: EmulatedUser): EmotePositions {
	const ranges = new Map<string, string[]>();
	let position = 0;
	let only = true;
	for (const word of text.split(' ')) {
		const length = [...word].length;
		const emote = usableEmote(word, user);
		if (emote) ranges.set(emote.id, [...(ranges.get(emote.id) ?? []), `${position}-${position + length - 1}`]);
		else if (word !== '') only = false;
		position += length + 1;
	}
	return {
		tag: [...ranges].map(([id, places]) => `${id}:${places.join(',')}`).join('/'),
		only: only && ranges.size > 0
	};
}

function usableEmote(word: string, user: EmulatedUser) {
	return emulatedEmotes.find(({ name, owner }) => name === word && (owner === undefined || isSubscriber(user, owner)));
}
