import { expect, test } from 'vitest';
import { noFilter } from '#lib/model/chat-filter.ts';
import {
	addColumn,
	changeColumn,
	longestColumnName,
	mostColumns,
	moveColumn,
	oneColumn,
	parseColumns,
	removeColumn
} from '#lib/state/chat-columns.ts';

const ids = (columns: readonly { readonly id: number }[]) => columns.map(({ id }) => id);
const three = addColumn(addColumn(oneColumn));

test('columns are added up to a limit, each with an id of its own', () => {
	let columns = removeColumn(three, 2);
	for (let time = 0; time < 10; time++) columns = addColumn(columns);

	expect(columns).toHaveLength(mostColumns);
	expect(new Set(ids(columns)).size).toBe(mostColumns);
});

test('every column can be taken away but the last', () => {
	expect(ids(removeColumn(three, 2))).toEqual([1, 3]);
	expect(removeColumn(oneColumn, 1)).toEqual(oneColumn);
});

test('a column changes places with its neighbour, and stays where there is none', () => {
	expect(ids(moveColumn(three, 2, 1))).toEqual([1, 3, 2]);
	expect(ids(moveColumn(three, 2, -1))).toEqual([2, 1, 3]);
	expect(ids(moveColumn(three, 3, 1))).toEqual([1, 2, 3]);
	expect(ids(moveColumn(three, 9, 1))).toEqual([1, 2, 3]);
});

test('a change concerns one column, and a name is cut', () => {
	const changed = changeColumn(three, 2, { name: 'x'.repeat(100), filter: { ...noFilter, hideBots: true } });

	expect(changed[1]?.name).toHaveLength(longestColumnName);
	expect(changed[1]?.filter.hideBots).toBe(true);
	expect([changed[0], changed[2]]).toEqual([three[0], three[2]]);
});

test('what is stored comes back as it was', () => {
	const pinned = { key: 'twitch:pool/1', platform: 'twitch', name: 'Otter', text: 'rules', sentAt: 5 };
	const columns = changeColumn(three, 3, { name: 'Mods', pinned });

	expect(parseColumns(JSON.parse(JSON.stringify(columns)))).toEqual(columns);
});

test('of stored columns what is wrong costs neither the others nor the rest of its own', () => {
	const stored = [
		{ id: 1, name: 'x'.repeat(1_000), filter: { audience: 'gods', hideShared: true }, pinned: { text: 5 } },
		{ id: 1, name: 'twice' },
		{ id: 'two' },
		null,
		...[4, 5, 6, 7, 8].map((id) => ({ id }))
	];

	const columns = parseColumns(stored);

	expect(columns[0]).toEqual({ id: 1, name: '', filter: { ...noFilter, hideShared: true }, pinned: undefined });
	expect(ids(columns)).toEqual([1, 4, 5, 6]);
	expect(parseColumns('columns')).toEqual([]);
});
