import { contrast, formatHex, luminance, parseHex, toDisplayableRgb, toOklch } from '#lib/ui/chat/oklch.ts';

/** A CSS colour as `#rrggbb`; `undefined` where it is none. */
export type NormalizeColor = (color: string) => string | undefined;

const leastContrast = 4.6;
const longestColor = 40;
const safeColor = /^(#[0-9a-f]{3,8}|[a-z]{3,24}|(rgb|hsl)a?\([\d\s.,%/+-]+(deg|turn|rad)?[\d\s.,%/+-]*\))$/i;
const hex = /^#[0-9a-f]{6}$/;

/**
 * A game's colour as `#rrggbb`: only plain CSS colours, without what could fetch or compute anything, and opaque, so
 * that what is written on them can be kept readable.
 */
export function readColor(value: unknown, normalize: NormalizeColor = normalizeByCanvas): string | undefined {
	if (typeof value !== 'string' || value.length > longestColor || !safeColor.test(value.trim())) return undefined;
	const color = normalize(value.trim());
	return color !== undefined && hex.test(color) ? color : undefined;
}

/** The text colour that was chosen, or the nearest lightness that can be read on the background. */
export function readableOn(background: string, chosen?: string): string {
	const behind = parseHex(background);
	const dark = luminance(behind) < 0.18;
	if (chosen === undefined) return dark ? '#ffffff' : '#0b121b';
	if (contrast(parseHex(chosen), behind) >= leastContrast) return chosen;
	const color = toOklch(parseHex(chosen));
	let unreadable = color.lightness;
	let readable = dark ? 1 : 0;
	for (let step = 0; step < 12; step++) {
		const middle = (unreadable + readable) / 2;
		if (contrast(toDisplayableRgb({ ...color, lightness: middle }), behind) >= leastContrast) readable = middle;
		else unreadable = middle;
	}
	return formatHex(toDisplayableRgb({ ...color, lightness: readable }));
}

let canvas: CanvasRenderingContext2D | null | undefined;

function normalizeByCanvas(color: string): string | undefined {
	canvas ??= document.createElement('canvas').getContext('2d');
	if (!canvas) return undefined;
	// What is no colour leaves the last one as it is, so two that differ tell.
	const [one, other] = ['#000000', '#ffffff'].map((base) => {
		if (!canvas) return undefined;
		canvas.fillStyle = base;
		canvas.fillStyle = color;
		return canvas.fillStyle;
	});
	return one === other && one !== undefined ? withoutAlpha(one) : undefined;
}

function withoutAlpha(color: string): string | undefined {
	const parts = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/.exec(color)?.slice(1).map(Number);
	if (!parts) return color;
	const [red = 0, green = 0, blue = 0, alpha = 0] = parts;
	if (alpha === 0) return undefined;
	return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
