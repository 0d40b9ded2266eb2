import { expect, test } from 'vitest';
import { toPublishedControl } from '#lib/interactive/board/board-scenes.ts';
import { createBoard, templateNames, type TemplateName } from '#lib/interactive/board/templates.ts';
import { TryOut } from '#lib/state/try-out.svelte.ts';
import { templateWords } from '#tests/support/boards.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

function openTryOut(template: TemplateName, seed = 1) {
	const { environment, clock } = createFakeEnvironment({ seed });
	const board = createBoard(template, templateWords, { id: 'b', name: 'Board' });
	const trial = new TryOut(board, { ...environment, nameOf: (viewer) => `Viewer ${viewer}` });
	return { trial, clock, board, close: trial.open() };
}

test.each(templateNames.filter((name) => name !== 'empty'))('made-up viewers press the template %s', async (name) => {
	const { trial, clock, close } = openTryOut(name);
	await clock.tickAsync(35_000);
	close();

	expect(trial.counts.presses).toBeGreaterThan(20);
	expect(trial.lines.length).toBeLessThanOrEqual(40);
});

test('the same randomness goes the same way', async () => {
	const runs = [openTryOut('sounds', 7), openTryOut('sounds', 7)];
	for (const { clock, close } of runs) {
		await clock.tickAsync(10_000);
		close();
	}

	expect(runs[0]?.trial.lines).toEqual(runs[1]?.trial.lines);
});

test('a cooldown refuses whoever comes too early, and viewers see it', async () => {
	const { trial, clock, board, close } = openTryOut('sounds');
	trial.paused = true;

	expect(trial.press('horn', { event: 'mousedown' }, 'You')).toBe(true);
	expect(trial.press('horn', { event: 'mousedown' }, 'You')).toBe(false);
	await clock.tickAsync(200);

	expect(trial.lines).toMatchObject([
		{ type: 'refused', controlID: 'horn', name: 'You', reason: 'cooling' },
		{ type: 'effects', controlID: 'horn', effects: ['sound'] }
	]);
	const controls = board.scenes[0]?.controls.map(toPublishedControl) ?? [];
	const [, horn] = trial.shown('default', controls);
	expect(horn?.['cooldown']).toBeGreaterThan(clock.now);
	await clock.tickAsync(5_000);
	expect(trial.press('horn', { event: 'mousedown' }, 'You')).toBe(true);
	close();
});

test('a vote is counted, and its winner is told with the votes', async () => {
	const { trial, clock, close } = openTryOut('vote');
	await clock.tickAsync(20_000);
	expect(trial.play.tallies.votes.size).toBeGreaterThan(0);
	await clock.tickAsync(15_000);
	close();

	expect(trial.lines.some((line) => line.type === 'effects' && (line.votes ?? 0) > 0)).toBe(true);
});

test('an edit reaches the try-out, and nobody presses on an empty board', async () => {
	const { trial, clock, board, close } = openTryOut('sounds');
	trial.play.change({ ...board, scenes: [{ sceneID: 'default', controls: [], properties: {} }] });
	await clock.tickAsync(5_000);
	close();

	expect(trial.counts).toEqual({ presses: 0, effects: 0, refused: 0 });
});
