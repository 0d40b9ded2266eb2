import { expect, test } from 'vitest';
import { RaidCountdown } from '#lib/state/raid-countdown.svelte.ts';
import { createFakeEnvironment, fakeNow } from '#tests/support/fake-environment.ts';

const otter = { userId: '42', login: 'otter', displayName: 'Otter' };

function createBrowser() {
	const { environment, clock } = createFakeEnvironment();
	const stored = new Map<string, string>();
	const openPage = (broadcasterId?: string) =>
		new RaidCountdown({
			clock: environment.clock,
			storage: () => ({
				getItem: (key) => stored.get(key) ?? null,
				setItem: (key, value) => void stored.set(key, value)
			}),
			broadcasterId: () => broadcasterId
		});
	return { openPage, clock };
}

const sent = { id: 'e', platform: 'twitch', at: 0, type: 'raid-sent', person: otter, viewers: 30 } as const;

test('a countdown outlives a reload, for its own account alone', () => {
	const { openPage } = createBrowser();

	openPage('7').begin(otter, { certain: true });

	expect(openPage('7').current).toMatchObject({ target: otter, startedAt: fakeNow, certain: true });
	expect(openPage('8').current).toBeUndefined();
	expect(openPage().current).toBeUndefined();
});

test('what became of a raid is told, also of one from elsewhere, and forgotten after a while', async () => {
	const { openPage, clock } = createBrowser();
	const raid = openPage('7');

	raid.take(sent);

	expect(raid.current).toMatchObject({ viewers: 30, target: otter, certain: true });
	await clock.tickAsync(15 * 60_000);
	expect(raid.current).toBeUndefined();
});

test('a raid that was called off is gone for good, and a simulated one was none', () => {
	const { openPage } = createBrowser();
	const raid = openPage('7');

	raid.begin(otter, { certain: false });
	raid.clear();
	raid.take({ ...sent, simulated: true });

	expect(raid.current).toBeUndefined();
	expect(openPage('7').current).toBeUndefined();
});
