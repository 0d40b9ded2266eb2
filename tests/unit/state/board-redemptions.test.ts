import { expect, test } from 'vitest';
import type { Redemption } from '#lib/model/redemption.ts';
import { requestWaitingRedemptions } from '#lib/platforms/twitch/helix/redemptions.ts';
import { BoardRedemptions } from '#lib/state/board-redemptions.ts';
import { createStreamer, type StreamerOptions } from '#tests/support/streamer.ts';

const sealReward = '7d1e0a52-0000-4000-8000-000000000002';
const foreignReward = '7d1e0a52-0000-4000-8000-000000000003';

async function createDesk(options: StreamerOptions = {}, allowed = true) {
	const streamer = await createStreamer(options);
	const { helix, broadcasterId, calls, clock, emulator } = streamer;
	const problems: unknown[] = [];
	const room = { helix, broadcasterId, allows: () => allowed };
	const desk = new BoardRedemptions(room, (error) => problems.push(error), helix.environment.clock);
	for (let count = 0; count < 3; count++)
		emulator.redeem({ login: 'pixelgull', channel: 'tidalkit', rewardId: sealReward });
	const waiting = await requestWaitingRedemptions(helix, broadcasterId, sealReward);
	const changes = () => calls.filter((call) => call.startsWith('PATCH'));
	return { desk, waiting, problems, changes, clock };
}

test('what pressed something is fulfilled and the rest given back, each with one call', async () => {
	const { desk, waiting, changes, clock, problems } = await createDesk();

	for (const [index, redemption] of waiting.entries()) desk.settle(redemption, index > 0);
	await clock.tickAsync(2_000);

	expect(waiting).toHaveLength(3);
	expect(problems).toEqual([]);
	expect(changes()).toHaveLength(2);
	expect(changes()[0]?.match(/&id=/g)).toHaveLength(2);
});

test('rewards that were made elsewhere, and what is settled already, are left alone', async () => {
	const { desk, waiting, changes, clock } = await createDesk();
	const [one] = waiting;
	if (!one) throw new Error('Nothing waits.');
	const elsewhere: Redemption = { ...one, reward: { ...one.reward, id: foreignReward } };

	desk.settle(elsewhere, true);
	desk.settle({ ...one, status: 'fulfilled' }, true);
	await clock.tickAsync(2_000);

	expect(changes()).toEqual([]);
});

test('without the permission nothing is asked', async () => {
	const { desk, waiting, changes, clock, problems } = await createDesk({}, false);

	for (const redemption of waiting) desk.settle(redemption, true);
	await clock.tickAsync(2_000);

	expect(changes()).toEqual([]);
	expect(problems).toEqual([]);
});

test('an answer that fails is told', async () => {
	const intercept = ({ method }: Request) => (method === 'PATCH' ? new Response(null, { status: 503 }) : undefined);
	const { desk, waiting, clock, problems } = await createDesk({ intercept });

	for (const redemption of waiting) desk.settle(redemption, true);
	await clock.tickAsync(10_000);

	expect(problems).toEqual([expect.objectContaining({ name: 'ConnectionError' })]);
});
