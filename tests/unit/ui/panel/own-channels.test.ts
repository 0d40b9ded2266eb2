import { expect, test } from 'vitest';
import type { Account } from '#lib/model/account.ts';
import { ownChannels } from '#lib/ui/panel/own-channels.ts';

function account(platform: string, userId: string, login: string): Account {
	return {
		identity: { platform, userId, login, displayName: login },
		tokens: { accessToken: 'token', scopes: [] },
		generation: 0,
		needsReconnect: false
	};
}

test('a Twitch account owns the channel of its login, a THETA.tv account the one of its user id', () => {
	expect(ownChannels([account('twitch', '1', 'Otter'), account('theta', 'usrSeal1', 'seal')])).toEqual([
		{ platform: 'twitch', key: 'otter' },
		{ platform: 'theta', key: 'usrSeal1' }
	]);
});

test('an identity that makes no channel opens none', () => {
	expect(ownChannels([account('theta', 'chat.*', 'x'), account('unknown', '1', 'x')])).toEqual([]);
});
