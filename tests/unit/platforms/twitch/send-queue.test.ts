import { expect, test } from 'vitest';
import { SendQueue } from '#lib/platforms/twitch/send-queue.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

function createQueue() {
	const { environment, clock } = createFakeEnvironment();
	const queue = new SendQueue(environment, '7');
	const startedAt = clock.now;
	const sentAt: number[] = [];
	const send = (options: { channelKey?: string; privileged?: boolean; signal?: AbortSignal } = {}) => {
		const { channelKey = 'pool', privileged = false, signal } = options;
		const turn = { channelKey, privileged: () => privileged, ...(signal && { signal }) };
		return queue.run(turn, async () => void sentAt.push(clock.now - startedAt)).catch((error) => error);
	};
	return { clock, send, sentAt };
}

test('a plain account writes at once, then at most once a second', async () => {
	const { clock, send, sentAt } = createQueue();

	const sends = [send(), send(), send()];
	await clock.tickAsync(3_000);
	await Promise.all(sends);

	expect(sentAt).toEqual([0, 1_100, 2_200]);
});

test('a plain account never exceeds 20 lines in 30 seconds over all channels', async () => {
	const { clock, send, sentAt } = createQueue();

	for (let line = 0; line < 30; line++) {
		void send({ channelKey: `channel-${line}` });
		await clock.tickAsync(10);
	}
	await clock.tickAsync(120_000);

	expect(sentAt).toHaveLength(30);
	for (const at of sentAt) expect(sentAt.filter((other) => other > at - 30_000 && other <= at).length).toBeLessThan(20);
});

test('a privileged account writes ten lines in a second and never 100 in 30 seconds', async () => {
	const { clock, send, sentAt } = createQueue();

	for (let line = 0; line < 118; line++) {
		void send({ privileged: true });
		await clock.tickAsync(100);
	}
	await clock.tickAsync(120_000);

	expect(sentAt.filter((at) => at < 1_000)).toHaveLength(10);
	expect(sentAt).toHaveLength(118);
	for (const at of sentAt)
		expect(sentAt.filter((other) => other > at - 30_000 && other <= at).length).toBeLessThan(100);
});

test('a line taken back while it waits is never sent, and the next one moves up', async () => {
	const { clock, send, sentAt } = createQueue();
	const abort = new AbortController();

	const sends = [send(), send({ signal: abort.signal }), send()];
	abort.abort();
	await clock.tickAsync(1_100);

	expect(await sends[1]).toMatchObject({ name: 'RejectionError', code: 'cancelled' });
	expect(sentAt).toEqual([0, 1_100]);
});

test('beyond twenty waiting lines the next is refused', async () => {
	const { send, sentAt } = createQueue();
	for (let line = 0; line < 21; line++) void send();

	expect(await send()).toMatchObject({ name: 'RejectionError', code: 'queue_full' });
	expect(sentAt).toEqual([0]);
});

test('a page that was reloaded goes on counting where it was left', async () => {
	const { environment, clock } = createFakeEnvironment();
	let kept: readonly number[] = [];
	const sentTimes = { load: () => kept, save: (_userId: string, sentAt: readonly number[]) => void (kept = sentAt) };
	const turn = (line: number) => ({ channelKey: `channel-${line}`, privileged: () => false });
	const left = new SendQueue(environment, '7', sentTimes);
	for (let line = 0; line < 19; line++) await left.run(turn(line), async () => {});
	const startedAt = clock.now;

	const reloaded = new SendQueue(environment, '7', sentTimes);
	const sent = reloaded.run(turn(19), async () => clock.now - startedAt);
	await clock.tickAsync(40_000);

	expect(await sent).toBe(32_000);
});
