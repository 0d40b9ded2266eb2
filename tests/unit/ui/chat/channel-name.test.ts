import { expect, test } from 'vitest';
import type { Account } from '#lib/model/account.ts';
import { channelName } from '#lib/ui/chat/channel-name.ts';

const account: Account = {
	identity: { platform: 'theta', userId: 'usr7', login: 'emberwake', displayName: 'Emberwake' },
	tokens: { accessToken: 'at', scopes: [] },
	generation: 0,
	needsReconnect: false
};

test('the channel of a connected account has its name, any other its key', () => {
	expect(channelName({ platform: 'theta', key: 'usr7' }, [account])).toBe('Emberwake');
	expect(channelName({ platform: 'theta', key: 'usr8' }, [account])).toBe('usr8');
	expect(channelName({ platform: 'twitch', key: 'usr7' }, [account])).toBe('usr7');
});
