/** Why a connection is not, or not fully, working; each has its sentence in the message catalogue. */
export type ConnectionProblem =
	| 'network'
	| 'authorization'
	| 'channel_not_found'
	| 'channel_suspended'
	| 'banned'
	| 'key_missing'
	| 'key_refused'
	| 'platform_trouble';

/** The state of one chat connection, as the user is told it. */
export interface ConnectionStatus {
	/** `waiting` counts down to `retryAt`; `stopped` needs a person; `closed` was asked for. */
	readonly state: 'connecting' | 'connected' | 'waiting' | 'stopped' | 'closed';
	/** Whether lines are read as the connected account or anonymously. */
	readonly identity: 'account' | 'anonymous';
	readonly problem?: ConnectionProblem;
	/** Epoch ms of the next attempt while `waiting`. */
	readonly retryAt?: number;
	/** Technical detail for the "Details" fold, without tokens. */
	readonly detail?: string;
}
