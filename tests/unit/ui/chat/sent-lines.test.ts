import { expect, test } from 'vitest';
import { SentLines } from '#lib/ui/chat/sent-lines.ts';

function sent(...lines: readonly string[]) {
	const history = new SentLines();
	for (const line of lines) history.add(line);
	return history;
}

test('going back shows the newest first and stops at the oldest', () => {
	const history = sent('one', 'two');

	expect([history.older(''), history.older(''), history.older('')]).toEqual(['two', 'one', undefined]);
});

test('going forward ends at what was being written', () => {
	const history = sent('one', 'two');
	history.older('a draft');
	history.older('two');

	expect([history.newer(), history.newer(), history.newer()]).toEqual(['two', 'a draft', undefined]);
	expect(history.browsing).toBe(false);
});

test('a line sent twice is there once, as the newest', () => {
	const history = sent('one', 'two', 'one');

	expect([history.older(''), history.older(''), history.older('')]).toEqual(['one', 'two', undefined]);
});

test('only the newest fifty are kept', () => {
	const history = sent(...Array.from({ length: 60 }, (_, index) => `line ${index}`));
	const back = Array.from({ length: 60 }, () => history.older(''));

	expect(back.filter((line) => line !== undefined)).toHaveLength(50);
});
