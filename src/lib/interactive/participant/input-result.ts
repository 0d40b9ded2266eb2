import { RefusedCallError } from '#lib/interactive/client/errors.ts';
import { errorCodes } from '#lib/interactive/error-codes.ts';

/** What became of an input. */
export type InputResult =
	| { readonly type: 'taken' }
	/** The control is disabled or cooling down, the game is not ready, or it came too fast. */
	| { readonly type: 'refused'; readonly reason: string }
	| { readonly type: 'too-few-sparks' }
	| { readonly type: 'sign-in-required' }
	/** The control is not there any more. */
	| { readonly type: 'gone' }
	/** The line broke: whether it arrived is not known, or it was never sent; it is not sent again. */
	| { readonly type: 'lost'; readonly sent: boolean };

/** What an error of a call says of the input; anything else than a refusal is a line that broke. */
export function toInputResult(cause: unknown): InputResult {
	if (!(cause instanceof RefusedCallError)) return { type: 'lost', sent: true };
	switch (cause.code) {
		case errorCodes.notEnoughSparks:
			return { type: 'too-few-sparks' };
		case errorCodes.loginRequired:
			return { type: 'sign-in-required' };
		case errorCodes.unknownControl:
			return { type: 'gone' };
		default:
			return { type: 'refused', reason: cause.message };
	}
}
