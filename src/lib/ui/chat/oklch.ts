/** A colour by lightness (0 to 1), chroma and hue in radians. @see https://www.w3.org/TR/css-color-4/#ok-lab */
export interface Oklch {
	readonly lightness: number;
	readonly chroma: number;
	readonly hue: number;
}

/** Light of red, green and blue, each 0 to 1, without gamma. */
export type LinearRgb = readonly [red: number, green: number, blue: number];

/** Reads `#rrggbb`. */
export function parseHex(hex: string): LinearRgb {
	const channel = (start: number) => toLinear(Number.parseInt(hex.slice(start, start + 2), 16) / 255);
	return [channel(1), channel(3), channel(5)];
}

/** Writes `#rrggbb`, cutting off what the screen cannot show. */
export function formatHex(color: LinearRgb): string {
	const channel = (light: number) =>
		Math.round(toGamma(Math.min(1, Math.max(0, light))) * 255)
			.toString(16)
			.padStart(2, '0');
	return `#${color.map(channel).join('')}`;
}

/** Relative luminance. @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
export function luminance([red, green, blue]: LinearRgb): number {
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21. @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(one: LinearRgb, other: LinearRgb): number {
	const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (lighter + 0.05) / (darker + 0.05);
}

/** Converts to the space in which lightness can change while the hue stays. */
export function toOklch([red, green, blue]: LinearRgb): Oklch {
	const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
	const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
	const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
	const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
	const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
	return {
		lightness: 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
		chroma: Math.hypot(a, b),
		hue: Math.atan2(b, a)
	};
}

/** Converts back; chroma is lowered until the screen can show the colour, so that hue and lightness stay. */
export function toDisplayableRgb(color: Oklch): LinearRgb {
	let shown = toLinearRgb(color);
	for (let chroma = color.chroma; !isDisplayable(shown) && chroma > 0.001;) {
		chroma *= 0.92;
		shown = toLinearRgb({ ...color, chroma });
	}
	return shown;
}

function toLinearRgb({ lightness, chroma, hue }: Oklch): LinearRgb {
	const a = chroma * Math.cos(hue);
	const b = chroma * Math.sin(hue);
	const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	return [
		4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
		-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
		-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short
	];
}

function isDisplayable(color: LinearRgb): boolean {
	return color.every((light) => light >= -0.0005 && light <= 1.0005);
}

function toLinear(value: number): number {
	return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function toGamma(light: number): number {
	return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}
