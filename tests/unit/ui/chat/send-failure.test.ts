import { expect, test } from 'vitest';
import { AuthorizationError, ConnectionError, ProtocolError, RejectionError } from '#lib/model/errors.ts';
import { sendFailure } from '#lib/ui/chat/send-failure.ts';

test.each([
	[new RejectionError('msg_slowmode', 'wire text'), 'slow mode'],
	[new RejectionError('msg_duplicate', 'wire text'), '30 seconds'],
	[new RejectionError('msg_timedout', 'wire text'), 'timed out'],
	[new AuthorizationError('token_revoked', 'x'), 'Connect Twitch again'],
	[new ConnectionError('timed_out', 'x'), 'unknown whether the message arrived'],
	[new ConnectionError('not_connected', 'x'), 'chat is not connected just now'],
	[new ConnectionError('rate_limited', 'x'), 'too many at once'],
	[new ProtocolError('malformed_answer', 'x'), 'unknown whether the message arrived'],
	[new AuthorizationError('scope_missing', 'x', { scope: 'user:manage:whispers' }), 'user:manage:whispers'],
	[new AuthorizationError('scope_missing', 'x', { scope: 'moderator:manage:banned_users' }), 'ban and unban people'],
	[new AuthorizationError('scope_missing', 'x', { scope: 'analytics:read:games' }), 'permission analytics:read:games'],
	[new RejectionError('user_timed_out', 'wire text'), 'timed out'],
	[new RejectionError('unknown_command', '/host'), 'no command /host'],
	[new RejectionError('command_usage', '/ban <name>'), '/ban <name>'],
	[new RejectionError('no_such_user', 'bo'), 'nobody called bo'],
	[new TypeError('x'), 'was not sent']
])('%s is told in plain words', (error, words) => {
	expect(sendFailure(error)).toContain(words);
});

test("a refusal that is not known here keeps the platform's sentence", () => {
	expect(sendFailure(new RejectionError('msg_new_rule', 'Chat is closed on Sundays.'))).toContain(
		'Chat is closed on Sundays.'
	);
	expect(sendFailure(new RejectionError('constructor', 'Odd.'))).toContain('Odd.');
});
