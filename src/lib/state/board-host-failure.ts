import { ClosedError, DiscoveryError, NoServersAvailableError } from '#lib/interactive/client/index.ts';
import { closeCodes } from '#lib/interactive/close-codes.ts';
import { AuthorizationError, ConnectionError } from '#lib/model/errors.ts';

/**
 * Why a board is not played any more. `taken`: a game, or a panel elsewhere, has the room's one seat; `elsewhere`: another
 * page of this browser plays; `signed-out`: the account has to be connected again; `ended`: the room was closed on purpose.
 */
export type BoardHostFailure = 'taken' | 'elsewhere' | 'signed-out' | 'unreachable' | 'refused' | 'ended';

const byCloseCode: ReadonlyMap<number, BoardHostFailure> = new Map([
	[closeCodes.conflict, 'taken'],
	[closeCodes.authorizationFailed, 'signed-out'],
	[closeCodes.noSuchVersion, 'refused'],
	[closeCodes.outOfMemory, 'refused'],
	[closeCodes.terminated, 'ended']
]);
const lowestFinal = 2000;

/** What an error means for the board. */
export function toHostFailure(cause: unknown): BoardHostFailure {
	if (cause instanceof ClosedError)
		return byCloseCode.get(cause.closeCode) ?? (cause.closeCode < lowestFinal ? 'unreachable' : 'ended');
	if (cause instanceof AuthorizationError) return 'signed-out';
	const unreachable = [ConnectionError, DiscoveryError, NoServersAvailableError].some((kind) => cause instanceof kind);
	return unreachable ? 'unreachable' : 'refused';
}
