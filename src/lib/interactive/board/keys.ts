/** A key as a browser's keyboard events name it. @see https://www.w3.org/TR/uievents-key/ */
export interface KeyName {
	readonly key: string;
	readonly code: string;
}

const named: Readonly<Record<number, KeyName>> = {
	8: both('Backspace'),
	9: both('Tab'),
	13: both('Enter'),
	16: { key: 'Shift', code: 'ShiftLeft' },
	17: { key: 'Control', code: 'ControlLeft' },
	18: { key: 'Alt', code: 'AltLeft' },
	20: both('CapsLock'),
	27: both('Escape'),
	32: { key: ' ', code: 'Space' },
	33: both('PageUp'),
	34: both('PageDown'),
	35: both('End'),
	36: both('Home'),
	37: both('ArrowLeft'),
	38: both('ArrowUp'),
	39: both('ArrowRight'),
	40: both('ArrowDown'),
	45: both('Insert'),
	46: both('Delete'),
	186: { key: ';', code: 'Semicolon' },
	187: { key: '=', code: 'Equal' },
	188: { key: ',', code: 'Comma' },
	189: { key: '-', code: 'Minus' },
	190: { key: '.', code: 'Period' },
	191: { key: '/', code: 'Slash' },
	192: { key: '`', code: 'Backquote' },
	219: { key: '[', code: 'BracketLeft' },
	220: { key: '\\', code: 'Backslash' },
	221: { key: ']', code: 'BracketRight' },
	222: { key: "'", code: 'Quote' }
};
const digits = { from: 48, to: 57 };
const letters = { from: 65, to: 90 };
const functionKeys = { from: 112, to: 123 };

/** The key of a `keyCode`; `undefined` for one that we never press. @see https://www.w3.org/TR/uievents/#legacy-key-models */
export function nameKey(keyCode: number): KeyName | undefined {
	const letter = String.fromCharCode(keyCode);
	if (isWithin(keyCode, digits)) return { key: letter, code: `Digit${letter}` };
	if (isWithin(keyCode, letters)) return { key: letter.toLowerCase(), code: `Key${letter}` };
	if (isWithin(keyCode, functionKeys)) return both(`F${keyCode - functionKeys.from + 1}`);
	return Object.hasOwn(named, keyCode) ? named[keyCode] : undefined;
}

function isWithin(keyCode: number, { from, to }: { readonly from: number; readonly to: number }): boolean {
	return Number.isInteger(keyCode) && keyCode >= from && keyCode <= to;
}

function both(name: string): KeyName {
	return { key: name, code: name };
}
