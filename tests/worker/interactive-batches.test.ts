import { expect, test } from 'vitest';
import { connectHost, connectParticipant } from './room-client.ts';

const presses = 60;

/** The frames in which a game heard of presses that came as fast as they could, and the presses in them. */
async function pressFast(channel: string, headers: Record<string, string>) {
	const game = await connectHost(channel, headers);
	await game.call('createControls', { sceneID: 'default', controls: [{ controlID: 'jump', kind: 'button' }] });
	await game.call('ready', { isReady: true });
	const viewer = await connectParticipant(channel);
	for (let n = 1; n <= presses; n++) {
		const params = { controlID: 'jump', event: 'mousedown', n };
		viewer.send(JSON.stringify({ type: 'method', method: 'giveInput', params, id: n, discard: true }));
	}
	await game.until(({ params }) => (params?.['input'] as { n?: number } | undefined)?.n === presses);

	const told = game.received.filter(({ method }) => method === 'giveInput');
	const numbers = game.received.map(({ seq }) => seq);
	const frames = game.frames.filter((frame) => frame.includes('"giveInput"'));
	return { frames, marks: told.map(({ params }) => (params?.['input'] as { n: number }).n), numbers };
}

const everyPress = Array.from({ length: presses }, (_, index) => index + 1);

test('a game that reads batches is told what comes within a moment in one frame, in order and numbered', async () => {
	const { frames, marks, numbers } = await pressFast('batched', { 'X-Interactive-Frames': 'batched' });

	expect(frames.length).toBeLessThan(presses / 2);
	expect(marks).toEqual(everyPress);
	expect(numbers).toEqual(numbers.map((_, index) => index + 1));
});

test('an original game client is told each packet in a frame of its own', async () => {
	const { frames, marks } = await pressFast('single', {});

	expect(frames).toHaveLength(presses);
	expect(marks).toEqual(everyPress);
});
