import { expect, test } from 'vitest';
import { channelTitle, readChannel } from '#lib/ui/interactive/play/play-channel.ts';

test.each([
	[' @TidalKit ', 'tidalkit'],
	['twitch:100001', 'twitch:100001'],
	['theta:usr7emberwakelive01', 'theta:usr7emberwakelive01'],
	['100001', '100001']
])('%j is the channel %s', (typed, channel) => {
	expect(readChannel(typed)).toBe(channel);
});

test.each(['', 'no such channel', '../panel', 'twitch:abc', 'a'.repeat(26), 'tidal/kit', 'javascript:alert(1)'])(
	'%j is no channel',
	(typed) => {
		expect(readChannel(typed)).toBeUndefined();
	}
);

test('a channel is called by its name', () => {
	expect(['tidalkit', 'theta:usr1'].map(channelTitle)).toEqual(['tidalkit', 'THETA.tv']);
});
