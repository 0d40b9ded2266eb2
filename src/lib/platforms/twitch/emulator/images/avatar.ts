import type { EmulatedUser } from '../emulated-user.ts';
import { escapeHtml } from '../oauth/html.ts';

/** Draws a profile picture: the first letter of the display name on a color that follows from the id. */
export function drawAvatar(user: EmulatedUser): string {
	const hue = (Number(user.id) * 137) % 360;
	const [initial = ''] = user.displayName;
	return `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300" viewBox="0 0 300 300">\
<rect width="300" height="300" fill="hsl(${hue} 45% 38%)"/>\
<circle cx="235" cy="65" r="110" fill="hsl(${(hue + 40) % 360} 60% 60%)" opacity=".35"/>\
<text x="150" y="150" dy=".36em" fill="#fff" font-family="system-ui, sans-serif" font-size="150" font-weight="600" text-anchor="middle">${escapeHtml(initial.toUpperCase())}</text></svg>`;
}
