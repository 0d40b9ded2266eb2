import { AuthorizationError, ConnectionError, RejectionError } from '#lib/model/errors.ts';
import { m } from '#lib/paraglide/messages.js';
import { isArrivalUnknown } from '#lib/ui/chat/send-failure.ts';
import { scopeWords } from '#lib/ui/chat/scope-words.ts';

/** Sentences for refusals, by the code of a `RejectionError` (`status_409`) or for `rate_limited`; what is not here is told in Twitch's words. */
export type RefusalWords = Readonly<Record<string, () => string>>;

/** Why something was not done, in plain words, and what to do about it. */
export function actionFailure(error: unknown, words: RefusalWords = {}): string {
	if (error instanceof AuthorizationError) return authorizationText(error);
	if (isArrivalUnknown(error)) return m.action_outcome_unknown();
	if (error instanceof ConnectionError)
		return error.code === 'rate_limited' ? (words['rate_limited'] ?? m.action_too_many)() : m.action_not_connected();
	if (!(error instanceof RejectionError)) return m.action_failed();
	const known = Object.hasOwn(words, error.code) ? words[error.code]?.() : undefined;
	return known ?? m.action_refused({ reason: error.message });
}

function authorizationText({ scope }: AuthorizationError): string {
	if (scope === undefined) return m.send_connect_again();
	const words = scopeWords(scope);
	return words === undefined ? m.scope_missing({ scope }) : m.scope_missing_words({ words, scope });
}
