/** A subscription that an account made for one of its sockets. */
export interface EmulatedSubscription {
	readonly id: string;
	status: string;
	readonly type: string;
	readonly version: string;
	readonly condition: Readonly<Record<string, string>>;
	readonly cost: 0 | 1;
	/** Epoch ms. */
	readonly createdAt: number;
	readonly clientId: string;
	readonly userId: string;
	/** Another one's after a reconnect. */
	sessionId: string;
	/** Epoch ms at which it ended. */
	endedAt?: number;
}
