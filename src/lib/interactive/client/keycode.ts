const names: Readonly<Record<string, readonly string[]>> = {
	8: ['backspace'],
	9: ['tab'],
	13: ['enter', 'return'],
	16: ['shift', '⇧'],
	17: ['ctrl', 'ctl', 'control', '⌃'],
	18: ['alt', 'option', '⌥'],
	19: ['pause', 'break', 'pause/break'],
	20: ['caps', 'caps lock'],
	27: ['esc', 'escape'],
	32: ['space', 'spc', ' '],
	33: ['page up', 'pgup'],
	34: ['page down', 'pgdn'],
	35: ['end'],
	36: ['home'],
	37: ['left'],
	38: ['up'],
	39: ['right'],
	40: ['down'],
	45: ['insert', 'ins'],
	46: ['delete', 'del'],
	91: ['command', 'cmd', 'windows', '⌘'],
	186: [';'],
	187: ['='],
	188: [','],
	189: ['-'],
	190: ['.'],
	191: ['/'],
	192: ['`'],
	219: ['['],
	220: ['\\'],
	221: [']'],
	222: ["'"]
};
const codes = new Map(
	Object.entries(names).flatMap(([code, keys]) => keys.map((key): [string, number] => [key, Number(code)]))
);
const functionKey = /^f([1-9]|1\d|2[0-4])$/;
const beforeF1 = 111;

/**
 * A key's code, for `keyCode` of a button: a letter or digit, `space`, `left`, `f5`; whether it is large makes no
 * difference. Throws `RangeError` for what is no key. @see https://www.w3.org/TR/uievents/#legacy-key-models
 */
export function keycode(name: string): number {
	const key = name.toLowerCase();
	const code = codes.get(key);
	if (code !== undefined) return code;
	if (/^[a-z\d]$/.test(key)) return key.toUpperCase().charCodeAt(0);
	const number = functionKey.exec(key)?.[1];
	if (number !== undefined) return beforeF1 + Number(number);
	throw new RangeError(`There is no key ${JSON.stringify(name)}.`);
}
