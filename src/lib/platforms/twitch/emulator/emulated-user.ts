/** What an account is in one channel; its own channel needs no entry. */
export interface Standing {
	/** `set/version`, without the subscriber or founder badge of `subscribedMonths`. */
	readonly badges?: readonly string[];
	readonly subscribedMonths?: number;
	/** What the subscription costs; the first tier unless told. */
	readonly tier?: '1000' | '2000' | '3000' | undefined;
	/** Who paid for it. */
	readonly gifterLogin?: string;
	/** Set for somebody who is banned from the start. */
	readonly banReason?: string;
	/** One of the channel's first subscribers. */
	readonly founder?: boolean;
	/** Epoch ms; absent for someone who does not follow the channel. */
	readonly followedAt?: number;
}

/** A seeded account; everyone who is not suspended also has a channel. */
export interface EmulatedUser {
	readonly id: string;
	readonly login: string;
	readonly displayName: string;
	/** `#RRGGBB`, or empty when no color was ever chosen. */
	readonly color: string;
	readonly broadcasterType: '' | 'affiliate' | 'partner';
	readonly description: string;
	/** RFC 3339. */
	readonly createdAt: string;
	/** Offered on the authorize page. */
	readonly canSignIn: boolean;
	readonly suspended: boolean;
	/** Badges worn everywhere (`premium/1`). */
	readonly badges: readonly string[];
	/** By the channel's login. */
	readonly standings: Readonly<Record<string, Standing>>;
}

/** Whether the account is broadcaster, moderator or VIP of the channel. */
export function isPrivileged(user: EmulatedUser, channel: string): boolean {
	if (user.login === channel) return true;
	return badgesIn(user, channel).some((badge) => badge.startsWith('moderator/') || badge.startsWith('vip/'));
}

/** Whether the account moderates the channel; its owner does not count. */
export function isModerator(user: EmulatedUser, channel: string): boolean {
	return badgesIn(user, channel).includes('moderator/1');
}

/** Whether the account wears the channel's subscriber or founder badge. */
export function isSubscriber(user: EmulatedUser, channel: string): boolean {
	return user.login === channel || user.standings[channel]?.subscribedMonths !== undefined;
}

/** The badges in the order in which Twitch lists them. */
export function badgesIn(user: EmulatedUser, channel: string): readonly string[] {
	const standing = user.standings[channel];
	const own = user.login === channel ? ['broadcaster/1', 'subscriber/0'] : [];
	return [...own, ...(standing?.badges ?? []), ...subscriberBadge(standing), ...user.badges];
}

/** The `badge-info` tag: the exact months behind the subscriber badge. */
export function badgeInfoIn(user: EmulatedUser, channel: string): string {
	if (user.login === channel) return 'subscriber/1';
	const standing = user.standings[channel];
	if (standing?.subscribedMonths === undefined) return '';
	return `${standing.founder ? 'founder' : 'subscriber'}/${standing.subscribedMonths}`;
}

/** Badge versions are steps, not months: the highest step reached is worn. */
const subscriberSteps = [24, 12, 6, 3, 2];

function subscriberBadge(standing: Standing | undefined): readonly string[] {
	if (standing?.subscribedMonths === undefined) return [];
	if (standing.founder) return ['founder/0'];
	const months = standing.subscribedMonths;
	return [`subscriber/${subscriberSteps.find((step) => step <= months) ?? 0}`];
}
