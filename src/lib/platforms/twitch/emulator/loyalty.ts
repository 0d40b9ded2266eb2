import type { Accounts } from './accounts.ts';
import { ChannelPoints, type ChannelPointsOptions } from './channel-points.ts';
import { Goals } from './goals.ts';
import { HypeTrains } from './hype-trains.ts';

/** What a viewer redeems, and where. */
export interface ViewerRedemption {
	readonly login: string;
	readonly channel: string;
	readonly rewardId: string;
	readonly input?: string | undefined;
}

/** What viewers do for a channel: points spent, goals reached, trains driven. */
export type Loyalty = ReturnType<typeof createLoyalty>;

/** Creates channel points, goals and Hype Trains, with what a host may do to them. */
export function createLoyalty(options: ChannelPointsOptions & { readonly accounts: Accounts }) {
	const { clock, accounts, notifications } = options;
	const channelPoints = new ChannelPoints(options);
	const goals = new Goals(clock, accounts, notifications);
	const hypeTrains = new HypeTrains(clock, accounts, notifications);
	return {
		channelPoints,
		goals,
		hypeTrains,
		redeem({ login, channel, rewardId, input }: ViewerRedemption): boolean {
			const viewer = accounts.named(login);
			return channelPoints.redeem(accounts.named(channel), viewer, { rewardId, input }) !== undefined;
		},
		startHypeTrain: (login: string): boolean => hypeTrains.start(accounts.named(login)),
		clear() {
			channelPoints.clear();
			goals.clear();
			hypeTrains.clear();
		}
	};
}
