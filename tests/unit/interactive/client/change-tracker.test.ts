import { expect, test } from 'vitest';
import { ChangeTracker } from '#lib/interactive/client/change-tracker.ts';
import { createPatch } from '#lib/interactive/client/create-patch.ts';
import { mergePatch } from '#lib/interactive/merge-patch.ts';

test.each([
	[{}, {}, {}],
	[{ a: 1 }, { a: 1 }, {}],
	[{ a: 1 }, { a: 2, b: 3 }, { a: 2, b: 3 }],
	[{ a: 1 }, {}, { a: null }],
	[{ m: { a: 1, b: 2 } }, { m: { a: 1, b: 3 } }, { m: { b: 3 } }],
	[{ m: { a: 1 } }, { m: { a: 1 } }, {}],
	[{ list: [1, 2] }, { list: [1] }, { list: [1] }],
	[{ a: 1 }, { a: { b: 1 } }, { a: { b: 1 } }],
	[{}, JSON.parse('{"toString":1}') as never, { toString: 1 }]
])('%j becomes %j by %j', (from, to, patch) => {
	expect(createPatch(from, to)).toEqual(patch);
	expect(mergePatch(from, createPatch(from, to))).toEqual(to);
});

test('only what changed is captured, with the id, and only once', () => {
	const tracker = new ChangeTracker({ id: 'a', text: 'old', meta: { seen: 1, kept: true } }, ['id']);
	tracker.markSynced();
	tracker.assign({ text: 'new', meta: { seen: 2 } });

	expect(tracker.hasChanged()).toBe(true);
	expect(tracker.captureChanges().changes).toEqual({ id: 'a', text: 'new', meta: { seen: 2 } });
	expect(tracker.hasChanged()).toBe(false);
	expect(tracker.captureChanges().changes).toEqual({ id: 'a' });
});

test('setting what is there already is no change', () => {
	const tracker = new ChangeTracker({ text: 'same' });
	tracker.markSynced();
	tracker.set('text', 'same');

	expect(tracker.hasChanged()).toBe(false);
});

test('null removes a property and is told as null', () => {
	const tracker = new ChangeTracker({ text: 'old' });
	tracker.markSynced();
	tracker.set('text', null);

	expect(tracker.get('text')).toBeUndefined();
	expect(tracker.captureChanges().changes).toEqual({ text: null });
});

test('two trackers share nothing', () => {
	const properties = { meta: { a: 1 } };
	const [one, other] = [new ChangeTracker(properties), new ChangeTracker(properties)];
	one.set('meta', { a: 2 });

	expect(other.get('meta')).toEqual({ a: 1 });
});

test('what the host did not take is a change again, and nothing newer is lost', () => {
	const tracker = new ChangeTracker({ text: 'a', cost: 1 });
	tracker.markSynced();
	tracker.set('text', 'b');
	const captured = tracker.captureChanges();
	tracker.set('cost', 2);
	captured.undo();

	expect(tracker.captureChanges().changes).toEqual({ text: 'b', cost: 2 });
});

test('what the host tells does not overwrite what it does not know yet', () => {
	const tracker = new ChangeTracker({ text: 'a', cost: 1 });
	tracker.markSynced();
	tracker.set('text', 'mine');
	tracker.applyChanges({ text: 'theirs', cost: 5 });

	expect(tracker.toJson()).toEqual({ text: 'mine', cost: 5 });
	expect(tracker.captureChanges().changes).toEqual({ text: 'mine' });
});
