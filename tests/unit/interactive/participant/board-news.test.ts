import { expect, test } from 'vitest';
import { readBoardNews } from '#lib/interactive/participant/board-news.ts';

test('what a board tells of all viewers is read', () => {
	const news = readBoardNews({
		tributary: {
			type: 'board',
			presses: [{ controlID: 'jump', name: 'ann', source: 'play' }],
			votes: { yes: 3, no: 1 },
			means: { stick: { x: 0.5, y: -0.25 } }
		}
	});

	expect(news?.presses).toEqual([{ controlID: 'jump', name: 'ann', source: 'play' }]);
	expect(news?.votes).toEqual(
		new Map([
			['yes', 3],
			['no', 1]
		])
	);
	expect(news?.means).toEqual(new Map([['stick', { x: 0.5, y: -0.25 }]]));
});

test('what lies about itself is left out, and a name is no longer than a name', () => {
	const news = readBoardNews({
		tributary: {
			type: 'board',
			presses: [{ controlID: 'jump', name: 'x'.repeat(999), source: 'play' }, { controlID: 'jump' }, 'jump', null],
			votes: { yes: -1, no: 'many', maybe: 2 },
			means: { stick: { x: 40, y: 0 }, other: [0, 0] }
		}
	});

	expect(news?.presses.map(({ name }) => name.length)).toEqual([64]);
	expect(news?.votes).toEqual(new Map([['maybe', 2]]));
	expect(news?.means).toEqual(new Map());
});

test.each([{}, { tributary: null }, { tributary: { type: 'effect' } }, { tributary: [] }])(
	'%j is no board’s',
	(value) => {
		expect(readBoardNews(value)).toBeUndefined();
	}
);
