import { expect, test } from 'vitest';
import { awaitClip, createClip, requestClip } from '#lib/platforms/twitch/helix/clips.ts';
import { createStreamer } from '#tests/support/streamer.ts';

const draft = { broadcasterId: '100001', title: 'Got it', seconds: 20 } as const;

test('a clip is waited for until it is there', async () => {
	const { helix, clock } = await createStreamer({ scopes: ['clips:edit'] });
	const id = await createClip(helix, draft);

	expect(await requestClip(helix, id)).toBeUndefined();
	const waiting = awaitClip(helix, id);
	await clock.tickAsync(6_000);

	expect(await waiting).toEqual({ id, title: 'Got it', seconds: 20, createdAt: Date.UTC(2026, 0, 1, 12) });
});

test('a clip that never comes is given up after 15 seconds', async () => {
	const { helix, clock } = await createStreamer({ scopes: ['clips:edit'] });

	const waiting = expect(awaitClip(helix, 'NoSuchClip')).rejects.toMatchObject({ code: 'clip_failed' });
	await clock.tickAsync(16_000);

	await waiting;
});

test('nobody clips an offline channel, and a clip without a title has the stream’s', async () => {
	const { helix, emulator, clock } = await createStreamer({ scopes: ['clips:edit'] });
	const id = await createClip(helix, { ...draft, title: '' });
	emulator.setLive('tidalkit', false);

	await expect(createClip(helix, draft)).rejects.toMatchObject({ code: 'status_404' });
	clock.tick(4_000);
	expect(await requestClip(helix, id)).toMatchObject({ title: 'Building a lighthouse keeper game, day 12' });
});
