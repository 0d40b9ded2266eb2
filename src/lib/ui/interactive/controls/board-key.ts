import type { Control } from '#lib/interactive/controls/control.ts';
import { m } from '#lib/paraglide/messages.js';
import { readNumber } from './control-text.ts';

const typing = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="dialog"]';
const pressing = 'button, a[href], [role="application"], summary';
const activating = /^( |Enter|Tab|Arrow.*)$/;
const signs: ReadonlyMap<number, string> = new Map([
	[37, '←'],
	[38, '↑'],
	[39, '→'],
	[40, '↓'],
	[186, ';'],
	[187, '='],
	[188, ','],
	[189, '-'],
	[190, '.'],
	[191, '/'],
	[219, '['],
	[221, ']']
]);

/** Whether a key is the board's to take: not what is being typed, a shortcut of the browser, or a press of what has the focus. */
export function isBoardKey(event: KeyboardEvent): boolean {
	if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return false;
	if (!(event.target instanceof Element)) return true;
	if (event.target.closest(typing)) return false;
	return !activating.test(event.key) || !event.target.closest(pressing);
}

/** Whether an event is of the key that the game gave a control; its code is the old one that the protocol has. */
export function isKeyOf(control: Control, { keyCode }: KeyboardEvent): boolean {
	const own = readNumber(control, 'keyCode');
	return own !== undefined && own > 0 && own === keyCode;
}

/** What is printed on the key; nothing for a key that few keyboards have. */
export function keyName(code: number | undefined): string | undefined {
	if (code === undefined) return undefined;
	if ((code >= 48 && code <= 57) || (code >= 65 && code <= 90)) return String.fromCharCode(code);
	if (code >= 112 && code <= 123) return `F${code - 111}`;
	const words: Readonly<Record<number, () => string>> = {
		13: m.play_key_enter,
		16: m.play_key_shift,
		27: m.play_key_escape,
		32: m.play_key_space
	};
	return signs.get(code) ?? words[code]?.();
}
