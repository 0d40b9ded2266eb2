import type { Revocation } from './frame.ts';

/**
 * Where EventSub stands: `crowded` when Twitch serves as many others as it serves of one account, `stopped` when the account
 * must be connected again.
 */
export type EventSubState = 'closed' | 'connecting' | 'live' | 'reconnecting' | 'crowded' | 'stopped';

/** What is told of EventSub. */
export interface EventSubStatus {
	readonly state: EventSubState;
	/** Epoch ms from when on it is so; what is asked for again at each `live` is up to date. */
	readonly since: number;
	/** Scopes whose events are not heard, since the account has not allowed them. */
	readonly notAllowed: readonly string[];
	/** What Twitch stopped telling by itself. */
	readonly revoked: readonly Revocation[];
	/** The code that the last socket was closed with. */
	readonly closeCode?: number;
}

/** Before anything was opened. */
export const closedStatus: EventSubStatus = { state: 'closed', since: 0, notAllowed: [], revoked: [] };
