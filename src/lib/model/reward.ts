/** What a streamer decides about a reward; a limit of 0 is none. */
export interface RewardDraft {
	readonly title: string;
	/** Channel points. */
	readonly cost: number;
	/** What the viewer is asked for, or told. */
	readonly prompt: string;
	readonly enabled: boolean;
	readonly inputRequired: boolean;
	/** Whether what is redeemed counts as fulfilled at once. */
	readonly skipsQueue: boolean;
	readonly mostPerStream: number;
	readonly mostPerViewer: number;
	readonly cooldownSeconds: number;
}

/** What a channel's viewers can spend channel points on. */
export interface Reward extends RewardDraft {
	readonly id: string;
	readonly paused: boolean;
	/** `#RRGGBB`, or empty for none. */
	readonly color: string;
	/** Whether it was made with this program, which alone lets it be changed from here. */
	readonly manageable: boolean;
}
