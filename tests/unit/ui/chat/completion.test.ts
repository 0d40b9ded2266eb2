import { expect, test } from 'vitest';
import { complete, findCompletionQuery, suggest } from '#lib/ui/chat/completion.ts';

const sources = {
	chatters: ['MossLantern', 'Ada', 'lanternfish'],
	emotes: ['Kappa', 'KappaPride', 'tidalWave'],
	commands: ['slowoff', 'slow', 'ban', 'unban'].map((name) => ({ name, usage: name === 'ban' ? '<name>' : '' }))
};

function suggestions(text: string) {
	const query = findCompletionQuery(text, text.length);
	return query && suggest(query, sources).map((suggestion) => suggestion.text);
}

test.each([
	['/sl', ['/slowoff', '/slow']],
	['/SLOW', ['/slow', '/slowoff']],
	['/ban', ['/ban', '/unban']],
	['hi @LAN', ['@lanternfish', '@MossLantern']],
	['@', ['@MossLantern', '@Ada', '@lanternfish']],
	[':kap', ['Kappa', 'KappaPride']],
	['so :wave', ['tidalWave']],
	['@nobody', []]
])('%j suggests %j', (text, expected) => {
	expect(suggestions(text)).toEqual(expected);
});

test.each(['', 'hello', 'a /ban', '/ban ada', 'me@home', 'at 10:30', 'or :k', '@ada '])(
	'in %j nothing is to be completed',
	(text) => {
		expect(suggestions(text)).toBeUndefined();
	}
);

test('a command shows how it is written', () => {
	const query = findCompletionQuery('/ban', 4);

	expect(query && suggest(query, sources)[0]).toEqual({ text: '/ban', detail: '<name>' });
});

test('only the word before the caret is replaced, and the caret goes behind it', () => {
	const query = findCompletionQuery('hi @mo how are you', 6);

	expect(query && complete('hi @mo how are you', query, { text: '@MossLantern' })).toEqual({
		text: 'hi @MossLantern how are you',
		caret: 'hi @MossLantern '.length
	});
});

test('no more is suggested than one can look over', () => {
	const chatters = Array.from({ length: 300 }, (_, index) => `viewer${index}`);
	const query = findCompletionQuery('@viewer', 7);

	expect(query && suggest(query, { ...sources, chatters })).toHaveLength(8);
});
