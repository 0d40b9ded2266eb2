import { nameKey } from '#lib/interactive/board/keys.ts';
import { m } from '#lib/paraglide/messages.js';

const names: Readonly<Record<string, () => string>> = {
	Space: m.effect_key_space,
	ArrowLeft: () => '←',
	ArrowUp: () => '↑',
	ArrowRight: () => '→',
	ArrowDown: () => '↓'
};

/** How a key is called on its cap. */
export function keyLabel(keyCode: number): string {
	const name = nameKey(keyCode);
	if (!name) return '?';
	const known = Object.hasOwn(names, name.code) ? names[name.code]?.() : undefined;
	return known ?? (name.key.length === 1 ? name.key.toUpperCase() : name.key);
}
