import type { Account } from '#lib/model/account.ts';
import { createWordMatch } from '#lib/model/word-match.ts';
import type { EntryTest } from './entry-filter.ts';

/** Tells which messages call the reader, by a name of theirs or a word they chose; what they wrote themselves does not. */
export function createHighlight(accounts: readonly Pick<Account, 'identity'>[], words: readonly string[]): EntryTest {
	const identities = accounts.map(({ identity }) => identity);
	const matches = createWordMatch([...identities.flatMap(({ login, displayName }) => [login, displayName]), ...words]);
	const ownIds = new Set(identities.map(({ platform, userId }) => `${platform}:${userId}`));
	return (entry) => {
		if (entry.type !== 'message') return false;
		const { channel, author, text } = entry.message;
		return !ownIds.has(`${channel.platform}:${author.userId}`) && matches(text);
	};
}
