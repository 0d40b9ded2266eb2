/** A word that cheers; its picture follows from the tier. */
export interface EmulatedCheermote {
	readonly prefix: string;
	/** The login of the channel that made it; absent for one that works everywhere. */
	readonly owner?: string;
}

/** Every cheermote. */
export const emulatedCheermotes: readonly EmulatedCheermote[] = [
	{ prefix: 'Cheer' },
	{ prefix: 'Kappa' },
	{ prefix: 'TidalCheer', owner: 'tidalkit' }
];

/** The steps of every cheermote, with their colors. */
export const cheerTiers = [
	{ minBits: 1, color: '#979797' },
	{ minBits: 100, color: '#9c3ee8' },
	{ minBits: 1000, color: '#1db2a5' },
	{ minBits: 5000, color: '#0099fe' },
	{ minBits: 10_000, color: '#f43021' }
] as const;
