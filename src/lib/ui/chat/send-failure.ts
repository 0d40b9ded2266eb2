import { AuthorizationError, ConnectionError, RejectionError } from '#lib/model/errors.ts';
import { m } from '#lib/paraglide/messages.js';

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
	msg_verified_email: m.send_verify_email,
	read_only: m.send_read_only,
	unrecognized_cmd: m.send_unknown_command
};

/** Why a line was not sent, in plain words, and what to do. */
export function sendFailure(error: unknown): string {
	if (error instanceof AuthorizationError) return m.send_connect_again();
	if (error instanceof ConnectionError) return m.send_unknown_arrival();
	if (!(error instanceof RejectionError)) return m.send_failed();
	const sentence = Object.hasOwn(rejections, error.code) ? rejections[error.code] : undefined;
	return sentence ? sentence() : m.send_refused({ reason: error.message });
}
