/** A THETA.tv user of the emulator. */
export interface EmulatedThetaUser {
	/** `usr` and 16 lower-case letters and digits. */
	readonly id: string;
	readonly username: string;
	readonly level: number;
	/** Months of the current subscription; 0 for none. */
	readonly subscribedMonths: number;
	/** Whether they appear on the grant page. */
	readonly streamer: boolean;
}

const streamers = [
	{ id: 'usr7emberwakelive01', username: 'emberwake', level: 42, subscribedMonths: 0, streamer: true },
	{ id: 'usr7northpierlive02', username: 'northpier', level: 31, subscribedMonths: 0, streamer: true },
	{ id: 'usr7palefox00live03', username: 'palefox', level: 27, subscribedMonths: 0, streamer: true }
] as const satisfies readonly EmulatedThetaUser[];

const chatters: readonly EmulatedThetaUser[] = [
	{ id: 'usr4lanternfish0001', username: 'lanternfish', level: 18, subscribedMonths: 14, streamer: false },
	{ id: 'usr4copperkettle002', username: 'copperkettle', level: 9, subscribedMonths: 3, streamer: false },
	{ id: 'usr4mossandmoon0003', username: 'mossandmoon', level: 23, subscribedMonths: 26, streamer: false },
	{ id: 'usr4quietquasar0004', username: 'quietquasar', level: 1, subscribedMonths: 0, streamer: false },
	{ id: 'usr4tinytrebuchet05', username: 'tinytrebuchet', level: 12, subscribedMonths: 1, streamer: false },
	{ id: 'usr4saltmarsh000006', username: 'saltmarsh', level: 5, subscribedMonths: 0, streamer: false },
	{ id: 'usr4velvetotter0007', username: 'velvetotter', level: 34, subscribedMonths: 7, streamer: false },
	{ id: 'usr4nightbaker00008', username: 'nightbaker', level: 3, subscribedMonths: 0, streamer: false }
];

/** Everybody whom the emulator knows from the start; the streamers come first. */
export const seededUsers: readonly EmulatedThetaUser[] = [...streamers, ...chatters];

/** Makes a user out of a name that nobody seeded, always the same one for the same name. */
export function strangerNamed(username: string): EmulatedThetaUser {
	let hash = 0n;
	for (const character of username) hash = (hash * 131n + BigInt(character.codePointAt(0) ?? 0)) % 36n ** 15n;
	return { id: `usr9${hash.toString(36).padStart(15, '0')}`, username, level: 1, subscribedMonths: 0, streamer: false };
}
