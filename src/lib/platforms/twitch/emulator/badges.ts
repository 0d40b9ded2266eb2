/** A version of a badge that the emulator knows. */
export interface EmulatedBadge {
	readonly set: string;
	readonly version: string;
	readonly title: string;
	/** The login of the channel that made it; absent for one worn everywhere. */
	readonly owner?: string;
	readonly fill: string;
}

/** Every badge, global ones first. */
export const emulatedBadges: readonly EmulatedBadge[] = [
	{ set: 'broadcaster', version: '1', title: 'Broadcaster', fill: '#e91916' },
	{ set: 'moderator', version: '1', title: 'Moderator', fill: '#00ad03' },
	{ set: 'vip', version: '1', title: 'VIP', fill: '#e005b9' },
	{ set: 'partner', version: '1', title: 'Verified', fill: '#9146ff' },
	{ set: 'premium', version: '1', title: 'Prime Gaming', fill: '#0d9bd9' },
	{ set: 'founder', version: '0', title: 'Founder', fill: '#ff6f3d' },
	{ set: 'subscriber', version: '0', title: 'Subscriber', fill: '#8205b4' },
	{ set: 'bits', version: '100', title: 'cheer 100', fill: '#bf62ff' },
	{ set: 'bits', version: '1000', title: 'cheer 1000', fill: '#00c8a8' },
	{ set: 'bits', version: '5000', title: 'cheer 5000', fill: '#2f84ff' },
	...[0, 2, 3, 6, 12, 24].map((months, step) => ({
		set: 'subscriber',
		version: String(months),
		title: months === 0 ? 'Deckhand' : `Deckhand (${months} months)`,
		owner: 'tidalkit',
		fill: `hsl(205 70% ${70 - 9 * step}%)`
	}))
];

/** The id in a badge's image address. */
export function badgeImageId({ set, version, owner = 'global' }: EmulatedBadge): string {
	return `${owner}-${set}-${version}`;
}
