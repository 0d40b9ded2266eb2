import { closeCodes } from '#lib/interactive/close-codes.ts';

/** What a participant does after its socket was closed. */
export type CloseReaction =
	/** Comes back with the key it has, by which the room knows it again. */
	| 'resume'
	/** Asks for another key. */
	| 'rejoin'
	/** Waits for a game. */
	| 'wait'
	/** Comes back much later. */
	| 'full'
	/** Stays away. */
	| 'banned'
	| 'ended';

const reactions: ReadonlyMap<number, CloseReaction> = new Map<number, CloseReaction>([
	[closeCodes.sessionClosing, 'wait'],
	[closeCodes.channelOffline, 'wait'],
	[closeCodes.outOfMemory, 'full'],
	[closeCodes.authorizationFailed, 'rejoin'],
	[closeCodes.noSuchVersion, 'rejoin'],
	[closeCodes.conflict, 'rejoin'],
	[closeCodes.accessRevoked, 'banned'],
	[closeCodes.terminated, 'ended']
]);

/** What comes of a close code; one that nobody knows is a line that broke. @see https://github.com/mixer/developer-docs Interactive protocol 1.7, errors */
export function reactTo(code: number): CloseReaction {
	return reactions.get(code) ?? 'resume';
}
