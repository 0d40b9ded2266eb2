import { expect, test } from 'vitest';
import { ConnectionError, RejectionError } from '#lib/model/errors.ts';
import type { SendOptions } from '#lib/platforms/chat-connection.ts';
import { SendingState } from '#lib/ui/chat/sending-state.svelte.ts';

test('a line is told to wait, then to be on its way, then is taken', async () => {
	const sending = new SendingState();
	const seen: unknown[] = [];

	const taken = await sending.run(async ({ onQueued, onSending }) => {
		seen.push(sending.progress);
		onQueued?.();
		seen.push(sending.progress);
		onSending?.();
		seen.push(sending.progress);
	});

	expect(seen).toEqual(['sending', 'queued', 'sending']);
	expect(taken).toBe(true);
	expect(sending.progress).toBeUndefined();
});

test('a line that waits has not left; one on its way may have', async () => {
	const sending = new SendingState();
	const told: boolean[] = [];

	await sending.run(
		async ({ onQueued, onSending }) => {
			onQueued?.();
			onSending?.();
		},
		(leaving) => told.push(leaving)
	);

	await sending.run(
		() => Promise.reject(new ConnectionError('timed_out', 'No answer.')),
		(leaving) => told.push(leaving)
	);

	expect(told).toEqual([true, false, true, false, true, true]);
});

test('why a line was not taken is kept until the next one', async () => {
	const sending = new SendingState();
	const error = new ConnectionError('timed_out', 'No answer.');

	expect(await sending.run(() => Promise.reject(error))).toBe(false);
	expect(sending.problem).toBe(error);
	await sending.run(async () => {});

	expect(sending.problem).toBeUndefined();
});

test('a line that was taken back is no problem', async () => {
	const sending = new SendingState();
	const untilAborted = ({ signal }: SendOptions) =>
		new Promise<void>((_, reject) => {
			signal?.addEventListener('abort', () => reject(new RejectionError('cancelled', 'The line was taken back.')));
		});

	const running = sending.run(untilAborted);
	sending.cancel();

	expect(await running).toBe(false);
	expect(sending.problem).toBeUndefined();
});
