import { boxArtName, emulatedCategories } from '../categories.ts';
import { escapeHtml } from '../oauth/html.ts';

const pattern = /^\/ttv-boxart\/(\d+(?:_IGDB)?)-(\d{1,4})x(\d{1,4})\.jpg$/;

/** Draws the picture of a category: its first letter over waves, in a color that follows from the id. */
export function drawRequestedBoxArt(path: string): string | undefined {
	const [, name, width, height] = pattern.exec(path) ?? [];
	const category = emulatedCategories.find((candidate) => boxArtName(candidate) === name);
	if (!category) return undefined;
	const hue = (Number(category.id) * 47) % 360;
	const [initial = ''] = category.name;
	return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 78 108">\
<rect width="78" height="108" fill="hsl(${hue} 42% 30%)"/><circle cx="58" cy="26" r="14" fill="hsl(${(hue + 50) % 360} 70% 66%)"/>\
<path d="M0 74q13-12 26 0t26 0 26 0v34H0z" fill="hsl(${hue} 48% 44%)"/><path d="M0 88q13-10 26 0t26 0 26 0v20H0z" fill="hsl(${hue} 52% 22%)"/>\
<text x="30" y="50" dy=".36em" fill="#fff" font-family="system-ui, sans-serif" font-size="38" font-weight="700" text-anchor="middle">${escapeHtml(initial)}</text></svg>`;
}
