import { m } from '#lib/paraglide/messages.js';
import type { AuthorizationOutcome } from '#lib/services/authorization.ts';

/** What a card says of a sign-in that did not end with an account, and whether trying again can help. */
export interface AuthorizationWords {
	readonly title: string;
	readonly text: string;
	readonly retryable: boolean;
	readonly detail?: string;
}

/** The words for each way in which a sign-in can fail. */
export function authorizationWords(
	outcome: Exclude<AuthorizationOutcome, { readonly type: 'found' }>,
	platform: string
): AuthorizationWords {
	switch (outcome.type) {
		case 'cancelled':
			return { title: m.auth_cancelled({ platform }), text: m.auth_cancelled_text(), retryable: true };
		case 'wrong-state':
			return { title: m.auth_wrong_state(), text: m.auth_wrong_state_text(), retryable: true };
		case 'missing-code':
			return { title: m.auth_missing_code({ platform }), text: m.auth_missing_code_text(), retryable: true };
		case 'expired-code':
			return { title: m.auth_expired_code(), text: m.auth_expired_code_text(), retryable: true };
		case 'nothing-to-finish':
			return { title: m.auth_nothing(), text: m.auth_nothing_text({ platform }), retryable: true };
		case 'same-account': {
			const text = outcome.role ? m.auth_same_account_bot_text({ platform }) : m.auth_same_account_text();
			return { title: m.auth_same_account({ name: outcome.displayName }), text, retryable: true };
		}
		case 'refused':
			return refusedWords(outcome, platform);
		default:
			return outcome satisfies never;
	}
}

function refusedWords(
	outcome: Extract<AuthorizationOutcome, { readonly type: 'refused' }>,
	platform: string
): AuthorizationWords {
	const texts = {
		retry: m.auth_refused_retry_text({ platform }),
		reauth: m.auth_refused_reauth_text({ platform }),
		config: m.auth_refused_config_text({ platform }),
		bad_request: m.auth_refused_bad_request_text()
	};
	const title = outcome.class === 'retry' ? m.auth_trouble({ platform }) : m.auth_refused({ platform });
	return {
		title,
		text: texts[outcome.class],
		retryable: outcome.class !== 'config',
		...(outcome.detail !== undefined && outcome.detail !== '' && { detail: outcome.detail })
	};
}
