import type { Badge } from '#lib/model/chat.ts';
import { m } from '#lib/paraglide/messages.js';

/** A badge as it is drawn: a picture of static/badges and its name. */
export interface BadgeIcon {
	readonly file: string;
	readonly label: string;
}

const labels: Readonly<Record<string, () => string>> = {
	broadcaster: m.badge_broadcaster,
	moderator: m.badge_moderator,
	vip: m.badge_vip,
	subscriber: m.badge_subscriber,
	founder: m.badge_founder,
	staff: m.badge_staff,
	partner: m.badge_partner,
	bits: m.badge_bits,
	premium: m.badge_premium
};

/** The icon of a badge's set; `undefined` for a set that has no picture here. */
export function badgeIcon({ set }: Badge): BadgeIcon | undefined {
	const label = Object.hasOwn(labels, set) ? labels[set] : undefined;
	return label && { file: `${set}.svg`, label: label() };
}
