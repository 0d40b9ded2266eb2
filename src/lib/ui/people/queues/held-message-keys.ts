/** What a key asks for in the list of held messages. */
export type HeldMessageKey =
	| { readonly type: 'decide'; readonly messageId: string; readonly status: 'approved' | 'denied' }
	| { readonly type: 'step'; readonly target: HTMLElement };

const rowSelector = '[data-held-message]';
const steps: ReadonlyMap<string, number> = new Map([
	['ArrowDown', 1],
	['ArrowUp', -1]
]);
const decisions: ReadonlyMap<string, 'approved' | 'denied'> = new Map([
	['a', 'approved'],
	['d', 'denied']
]);

/** Reads a key that is pressed while a row has the focus. */
export function heldMessageKey(list: HTMLElement, event: KeyboardEvent): HeldMessageKey | undefined {
	const row = focusedRow(list);
	if (!row || event.ctrlKey || event.metaKey || event.altKey) return undefined;
	const status = decisions.get(event.key);
	if (status) return event.repeat ? undefined : { type: 'decide', messageId: idOf(row), status };
	const by = steps.get(event.key);
	const target = by === undefined ? undefined : sameButton(list, row, by);
	return target && { type: 'step', target };
}

/** The button that takes the focus when a row goes: the same one of the row after it, or before. */
export function stepFocus(list: HTMLElement, messageId: string): HTMLElement | undefined {
	const row = focusedRow(list);
	if (!row || idOf(row) !== messageId) return undefined;
	return sameButton(list, row, 1) ?? sameButton(list, row, -1);
}

function focusedRow(list: HTMLElement): HTMLElement | undefined {
	const row = document.activeElement?.closest<HTMLElement>(rowSelector);
	return row && list.contains(row) ? row : undefined;
}

function idOf(row: HTMLElement): string {
	return row.dataset['heldMessage'] ?? '';
}

function sameButton(list: HTMLElement, row: HTMLElement, by: number): HTMLElement | undefined {
	const rows = [...list.querySelectorAll<HTMLElement>(rowSelector)];
	const other = rows[rows.indexOf(row) + by];
	const place = [...row.querySelectorAll('button')].findIndex((button) => button === document.activeElement);
	return other && [...other.querySelectorAll('button')][Math.max(0, place)];
}
