import { expect, test } from 'vitest';
import type { Control } from '#lib/interactive/controls/control.ts';
import { readBoardNews } from '#lib/interactive/participant/board-news.ts';
import { nothingDone, takeNews } from '#lib/state/overlay-results.ts';

const jump: Control = { controlID: 'jump', kind: 'button', disabled: false, text: 'Jump' };
const stick: Control = { controlID: 'stick', kind: 'joystick', disabled: false };

function read(board: object) {
	const news = readBoardNews({ tributary: { type: 'board', ...board } });
	if (!news) throw new Error('These are no news of a board.');
	return news;
}

test('the newest presses come first, each with what its control says', () => {
	const one = read({ presses: [{ controlID: 'jump', name: 'Otter', source: 'twitch' }] });
	const two = read({ presses: [{ controlID: 'stick', name: 'Seal', source: 'play' }] });

	const first = takeNews(nothingDone, one, [jump, stick], { firstId: 0, most: 5 });
	const { presses, pulses } = takeNews(first, two, [jump, stick], { firstId: 1, most: 5 });

	expect(presses).toEqual([
		{ id: 1, controlID: 'stick', label: 'stick', name: 'Seal', source: 'play' },
		{ id: 0, controlID: 'jump', label: 'Jump', name: 'Otter', source: 'twitch' }
	]);
	expect([...pulses]).toEqual([
		['jump', 1],
		['stick', 1]
	]);
});

test('only so many are shown, and none of a control that is not there', () => {
	const presses = Array.from({ length: 90 }, (_, index) => ({
		controlID: index % 2 ? 'jump' : 'gone',
		name: `${index}`,
		source: ''
	}));

	const shown = takeNews(nothingDone, read({ presses }), [jump], { firstId: 0, most: 3 }).presses;

	expect(shown.map(({ name }) => name)).toEqual(['89', '87', '85']);
	expect(takeNews(nothingDone, read({ presses }), [jump], { firstId: 0, most: 0 }).presses).toEqual([]);
});

test('votes and where a stick points are always the latest', () => {
	const before = takeNews(nothingDone, read({ votes: { jump: 3 } }), [jump], { firstId: 0, most: 3 });

	const after = takeNews(before, read({ means: { stick: { x: 0.5, y: -1 } } }), [jump], { firstId: 0, most: 3 });

	expect(after.votes.size).toBe(0);
	expect(after.means.get('stick')).toEqual({ x: 0.5, y: -1 });
});
