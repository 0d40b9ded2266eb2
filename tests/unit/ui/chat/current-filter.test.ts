import { expect, test } from 'vitest';
import { noFilter, type ChatFilter } from '#lib/model/chat-filter.ts';
import type { FeedEntry } from '#lib/state/feed-entry.ts';
import { CurrentFilter } from '#lib/ui/chat/current-filter.svelte.ts';

const gap: FeedEntry = {
	key: 'g',
	at: 0,
	type: 'gap',
	gap: { id: 'g', channel: { platform: 'twitch', key: 'pool' }, from: 0, to: 1 }
};
const raid: FeedEntry = {
	key: 'r',
	at: 0,
	type: 'notice',
	notice: {
		id: 'r',
		channel: { platform: 'twitch', key: 'pool' },
		kind: 'raid',
		systemText: '15 raiders',
		fragments: [],
		sentAt: 0
	}
};

function createFilter(change: Partial<ChatFilter>) {
	return new CurrentFilter(() => ({ ...noFilter, ...change }));
}

test('without a filter there is nothing to test lines with', () => {
	expect(createFilter({}).test).toBeUndefined();
});

test('words never hide that chat may be missing, leaving out its platform does', () => {
	expect(createFilter({ text: 'xyz' }).test?.(gap)).toBe(true);
	expect(createFilter({ hiddenPlatforms: ['twitch'] }).test?.(gap)).toBe(false);
});

test('a regular expression hides nothing until it can be read', () => {
	const filter = createFilter({ text: 'gift', pattern: true });
	expect(filter.waiting).toBe(true);
	expect(filter.test?.(raid)).toBe(true);

	filter.compiler = (source) => (text) => text === source;

	expect(filter.waiting).toBe(false);
	expect(filter.test?.(raid)).toBe(false);
});

test('what is no regular expression is said and hides nothing', () => {
	const filter = createFilter({ text: '(', pattern: true });

	filter.compiler = () => undefined;

	expect(filter.invalid).toBe(true);
	expect(filter.test?.(raid)).toBe(true);
});
