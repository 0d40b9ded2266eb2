import type { ChatAuthor } from '#lib/model/chat.ts';
import { contrast, formatHex, parseHex, toDisplayableRgb, toOklch, type Oklch } from './oklch.ts';

/** What lines stand on: the panel's dark or light surfaces; overlays count as dark. */
export type Surface = 'dark' | 'light';

/** The surface of each theme that is hardest to read on: the tint of a highlighted line. */
export const surfaceColors: Readonly<Record<Surface, string>> = { dark: '#1d2b38', light: '#dfe8ee' };

const leastContrast = 4.6;
const colorPattern = /^#[0-9a-f]{6}$/;
const mostRemembered = 2_000;
const remembered = new Map<string, string>();

/** The colour of a chatter's name: their own, or one that stays theirs, readable on the surface and true to its hue. */
export function nameColor(author: Pick<ChatAuthor, 'color' | 'userId'>, surface: Surface): string {
	const chosen = author.color !== undefined && colorPattern.test(author.color) ? author.color : undefined;
	const key = `${surface}${chosen ?? author.userId}`;
	const known = remembered.get(key);
	if (known !== undefined) return known;
	const color = readableColor(chosen ? toOklch(parseHex(chosen)) : colorOf(author.userId), surface);
	if (remembered.size >= mostRemembered) remembered.clear();
	remembered.set(key, color);
	return color;
}

/** The nearest lightness at which the colour stands out enough from the surface. */
function readableColor(color: Oklch, surface: Surface): string {
	const background = parseHex(surfaceColors[surface]);
	const isReadable = (lightness: number) =>
		contrast(toDisplayableRgb({ ...color, lightness }), background) >= leastContrast;
	if (isReadable(color.lightness) && isOnRightSide(color.lightness, surface)) return formatHex(toDisplayableRgb(color));
	let unreadable = color.lightness;
	let readable = surface === 'dark' ? 1 : 0;
	for (let step = 0; step < 12; step++) {
		const middle = (unreadable + readable) / 2;
		if (isReadable(middle) && isOnRightSide(middle, surface)) readable = middle;
		else unreadable = middle;
	}
	return formatHex(toDisplayableRgb({ ...color, lightness: readable }));
}

function isOnRightSide(lightness: number, surface: Surface): boolean {
	return surface === 'dark' ? lightness > 0.5 : lightness < 0.75;
}

/** A colour for someone who never chose one, always the same for the same id. */
function colorOf(userId: string): Oklch {
	let hash = 2166136261;
	for (let index = 0; index < userId.length; index++) hash = Math.imul(hash ^ userId.charCodeAt(index), 16777619);
	return { lightness: 0.72, chroma: 0.13, hue: ((hash >>> 0) % 360) * (Math.PI / 180) };
}
