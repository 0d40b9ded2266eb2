import { expect, test } from 'vitest';
import { Emitter } from '#lib/model/emitter.ts';
import type { StreamEvent } from '#lib/model/stream-event.ts';
import { CurrentInformation } from '#lib/state/stream-information.svelte.ts';
import { createStreamer } from '#tests/support/streamer.ts';

async function open() {
	const { helix, emulator } = await createStreamer({ scopes: ['channel:manage:broadcast'] });
	const events = new Emitter<StreamEvent>();
	const information = new CurrentInformation({ helix, broadcasterId: '100001', events });
	information.follow();
	await information.load();
	const { current } = information;
	if (!current) throw new Error('Nothing is known.');
	return { information, current, events, emulator };
}

const changed = {
	id: 'e-1',
	platform: 'twitch',
	at: 0,
	type: 'stream-changed',
	title: 'Somebody else was here',
	category: { id: '27284', name: 'Retro' },
	language: 'de',
	labels: ['Gambling']
} as const;

test('a change is made and what it was before is given back, to undo it', async () => {
	const { information, current } = await open();

	const before = await information.change({ ...current, title: 'Fog', tags: ['Cozy'] });
	expect(information.current).toMatchObject({ title: 'Fog', tags: ['Cozy'] });
	await information.change(before);
	await information.load();

	expect(information.current).toEqual(current);
});

test('what somebody else changes shows at once, and is not overwritten by an older answer', async () => {
	const { information, current, events } = await open();

	events.emit(changed);
	const { title, category, language, labels } = changed;
	expect(information.current).toEqual({ ...current, title, category, language, labels });
	await expect.poll(() => information.current).toMatchObject({ title, language, tags: current.tags });
});

test('a change that was only simulated changes nothing', async () => {
	const { information, current, events } = await open();

	events.emit({ ...changed, simulated: true });

	expect(information.current).toEqual(current);
});

test('a refused change leaves what is known as it is', async () => {
	const { information, current } = await open();

	await expect(information.change({ ...current, tags: ['two words'] })).rejects.toMatchObject({ code: 'status_400' });

	expect(information.current).toEqual(current);
});
