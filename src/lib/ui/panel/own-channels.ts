import type { Account } from '#lib/model/account.ts';
import type { ChannelRef } from '#lib/model/channel.ts';
import { isRegisteredPlatform, manifests } from '#lib/platforms/manifests.ts';

/** The channels that the connected accounts own: a login on Twitch, a user ID on THETA.tv. */
export function ownChannels(accounts: readonly Account[]): ChannelRef[] {
	return accounts.flatMap(({ identity: { platform, login, userId } }) => {
		if (!isRegisteredPlatform(platform)) return [];
		const key = manifests[platform].parseChannelKey(platform === 'twitch' ? login : userId);
		return key === undefined ? [] : [{ platform, key }];
	});
}
