import { badgeImageId, emulatedBadges } from '../badges.ts';
import { cheerTiers, emulatedCheermotes } from '../cheermotes.ts';

const badgePattern = /^\/badges\/v1\/([^/]+)\/([123])$/;
const cheermotePattern =
	/^\/actions\/([a-z0-9]+)\/(?:dark|light)\/(?:animated|static)\/(\d+)\/(?:1|1\.5|2|3|4)\.(?:gif|png)$/;

/** Draws the badge of that address: its color, and the first letter of its title. */
export function drawRequestedBadge(path: string): string | undefined {
	const id = badgePattern.exec(path)?.[1];
	const badge = emulatedBadges.find((candidate) => badgeImageId(candidate) === id);
	return (
		badge &&
		`<svg xmlns="http://www.w3.org/2000/svg" width="36" height="36" viewBox="0 0 36 36"><rect width="36" height="36" rx="6" fill="${badge.fill}"/>\
<text x="18" y="18" dy=".36em" fill="#fff" font-family="system-ui, sans-serif" font-size="22" font-weight="700" text-anchor="middle">${badge.title.charAt(0).toUpperCase()}</text></svg>`
	);
}

/** Draws the gem of a cheermote's tier. */
export function drawRequestedCheermote(path: string): string | undefined {
	const [, prefix, minBits] = cheermotePattern.exec(path) ?? [];
	const known = emulatedCheermotes.some((cheermote) => cheermote.prefix.toLowerCase() === prefix);
	const tier = cheerTiers.find((candidate) => String(candidate.minBits) === minBits);
	return known && tier
		? `<svg xmlns="http://www.w3.org/2000/svg" width="56" height="56" viewBox="0 0 56 56"><path d="M28 4l20 30-20 18L8 34z" fill="${tier.color}"/><path d="M28 4l8 28-8 6-8-6z" fill="#fff" opacity=".35"/></svg>`
		: undefined;
}
