import type { Account } from '#lib/model/account.ts';
import type { ChannelRef } from '#lib/model/channel.ts';

/** What people call a channel: its owner's display name where that is one of the connected accounts, else its key. */
export function channelName(channel: ChannelRef, accounts: readonly Account[]): string {
	const owner = accounts.find(
		({ identity: { platform, login, userId } }) =>
			platform === channel.platform && (login === channel.key || userId === channel.key)
	);
	return owner?.identity.displayName ?? channel.key;
}
