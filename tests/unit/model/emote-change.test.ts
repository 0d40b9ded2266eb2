import { changeEmotes } from '#lib/model/emote-change.ts';
import { expect, test } from 'vitest';

const emote = (id: string, name = id) => ({ provider: '7tv', id, name }) as const;
const none = { added: [], removed: [], renamed: [] };
const set = { emotes: [emote('a'), emote('b')] };

test.each([
	['adds', { ...none, added: [emote('c')] }, ['a', 'b', 'c']],
	['adds again', { ...none, added: [emote('a', 'newer')] }, ['b', 'newer']],
	['removes', { ...none, removed: ['a', 'unknown'] }, ['b']],
	[
		'renames',
		{
			...none,
			renamed: [
				{ id: 'b', name: 'bee' },
				{ id: 'unknown', name: 'x' }
			]
		},
		['a', 'bee']
	]
])('a change %s', (_, change, names) => {
	expect(changeEmotes(set, change).emotes?.map(({ name }) => name)).toEqual(names);
});
