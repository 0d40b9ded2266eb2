import { expect, test } from 'vitest';
import type { ChatEvent } from '#lib/model/chat.ts';
import { ChatRate } from '#lib/state/chat-rate.svelte.ts';
import { adaptClock, createFakeEnvironment, fakeNow } from '#tests/support/fake-environment.ts';

function line(part: { readonly historical?: true } = {}): ChatEvent {
	return {
		type: 'message',
		message: {
			id: 'm',
			channel: { platform: 'twitch', key: 'pool' },
			author: { userId: 'u', login: 'u', displayName: 'u', badges: [], roles: [] },
			text: '',
			fragments: [],
			sentAt: fakeNow,
			action: false,
			firstMessage: false,
			highlighted: false,
			...part
		}
	};
}

test('the lines of the last minute are counted, and no others', async () => {
	const { clock } = createFakeEnvironment();
	const rate = new ChatRate(adaptClock(clock));
	const stop = rate.open();
	for (let count = 0; count < 7; count++) rate.take(line());
	rate.take(line({ historical: true }));
	rate.take({ type: 'clear', channel: { platform: 'twitch', key: 'pool' } });

	await clock.tickAsync(5_000);
	expect(rate.linesPerMinute).toBe(7);
	rate.take(line());
	await clock.tickAsync(55_000);
	expect(rate.linesPerMinute).toBe(8);
	await clock.tickAsync(5_000);
	expect(rate.linesPerMinute).toBe(1);
	await clock.tickAsync(5_000);
	expect(rate.linesPerMinute).toBe(0);
	stop();

	expect(clock.countTimers()).toBe(0);
});
