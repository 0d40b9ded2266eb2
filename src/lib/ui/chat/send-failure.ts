import { AuthorizationError, ConnectionError, ProtocolError, RejectionError } from '#lib/model/errors.ts';
import { m } from '#lib/paraglide/messages.js';
import { scopeWords } from './scope-words.ts';

const rejections: Readonly<Record<string, () => string>> = {
	msg_banned: m.send_banned,
	msg_bad_characters: m.send_bad_characters,
	msg_channel_blocked: m.send_channel_closed,
	msg_channel_suspended: m.send_channel_closed,
	msg_duplicate: m.send_duplicate,
	msg_emoteonly: m.send_emote_only,
	msg_followersonly: m.send_followers_only,
	msg_followersonly_followed: m.send_followers_only_longer,
	msg_followersonly_zero: m.send_followers_only,
	msg_r9k: m.send_unique_chat,
	msg_ratelimit: m.send_too_fast,
	msg_rejected: m.send_held,
	msg_rejected_mandatory: m.send_refused_words,
	msg_requires_verified_phone_number: m.send_verify_phone,
	msg_slowmode: m.send_slow_mode,
	msg_subsonly: m.send_subscribers_only,
	msg_suspended: m.send_suspended,
	msg_timedout: m.send_timed_out,
	msg_warned: m.send_warned,
	msg_verified_email: m.send_verify_email,
	duplicate_message: m.send_duplicate,
	followers_only: m.send_followers_only,
	slow_mode: m.send_slow_mode,
	sub_only: m.send_subscribers_only,
	emote_only: m.send_emote_only,
	user_banned: m.send_banned,
	user_timed_out: m.send_timed_out,
	dropped: m.send_dropped,
	no_such_message: m.send_no_parent,
	queue_full: m.send_queue_full,
	read_only: m.send_read_only,
	unrecognized_cmd: m.send_unknown_command
};

/** These say in the error's own words what they are about. */
const quotations: Readonly<Record<string, (words: string) => string>> = {
	unknown_command: (name) => m.command_unknown({ name }),
	command_usage: (usage) => m.command_usage({ usage }),
	no_such_user: (name) => m.command_no_user({ name })
};

/** Why a line was not sent, in plain words, and what to do. */
export function sendFailure(error: unknown): string {
	if (error instanceof AuthorizationError)
		return error.scope === undefined ? m.send_connect_again() : missingScope(error.scope);
	if (isArrivalUnknown(error)) return m.send_unknown_arrival();
	if (error instanceof ConnectionError) return connectionText(error);
	return error instanceof RejectionError ? rejectionText(error) : m.send_failed();
}

/** Whether a line may have arrived although sending it failed: an answer that nobody can read leaves it as open as none. */
export function isArrivalUnknown(error: unknown): boolean {
	if (error instanceof ConnectionError) return error.code !== 'rate_limited' && error.code !== 'not_connected';
	return error instanceof ProtocolError;
}

function connectionText({ code }: ConnectionError): string {
	return code === 'not_connected' ? m.send_not_connected() : m.send_too_fast();
}

function missingScope(scope: string): string {
	const words = scopeWords(scope);
	return words === undefined ? m.scope_missing({ scope }) : m.scope_missing_words({ words, scope });
}

function rejectionText({ code, message }: RejectionError): string {
	if (Object.hasOwn(rejections, code)) return rejections[code]?.() ?? message;
	if (Object.hasOwn(quotations, code)) return quotations[code]?.(message) ?? message;
	return m.send_refused({ reason: message });
}
