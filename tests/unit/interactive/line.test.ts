import { expect, test } from 'vitest';
import { hear, openLine, speak } from '#lib/interactive/room/line.ts';
import { toHost } from '#lib/interactive/room/outcome.ts';

test('a game client hears nothing but hello before its first call, then everything in order and numbered', () => {
	const greeted = speak(openLine('host', ''), [
		toHost('hello', null).packet,
		toHost('onReady', { isReady: true }).packet
	]);
	const heard = hear(greeted.line);
	const seqs = [...greeted.frames, ...heard.frames].map((frame) => (JSON.parse(frame) as { seq: number }).seq);

	expect(greeted.frames).toHaveLength(1);
	expect(seqs).toEqual([1, 2]);
	expect(hear(heard.line).frames).toEqual([]);
});

test('the Python client hears nothing of scenes', () => {
	const { line } = hear(openLine('host', 'Python/3.11 websockets/10.4'));

	expect(speak(line, [toHost('onSceneCreate', { scenes: [] }).packet]).frames).toEqual([]);
	expect(speak(line, [toHost('onControlCreate', { controls: [] }).packet]).frames).toHaveLength(1);
});
