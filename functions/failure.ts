/** What the page does next: try later, ask the user to connect again, tell the operator, or mend its request. */
export type FailureClass = 'retry' | 'reauth' | 'config' | 'bad_request';

const failures = {
	unexpected: ['retry', 503, 'The server made a mistake.'],
	upstream_unreachable: ['retry', 503, 'The platform could not be reached.'],
	upstream_timeout: ['retry', 503, 'The platform did not answer in time.'],
	upstream_trouble: ['retry', 503, 'The platform is having trouble.'],
	upstream_malformed: ['retry', 503, 'The platform answered something that cannot be understood.'],
	rate_limited: ['retry', 503, 'The platform asks for fewer requests.'],

	invalid_code: ['reauth', 401, 'The authorization code is wrong, expired or already used.'],
	token_revoked: ['reauth', 401, 'The platform no longer accepts this refresh token.'],
	token_rejected: ['reauth', 401, 'The platform does not accept this access token.'],
	seal_retired: ['reauth', 401, 'The key that sealed this refresh token is no longer in use.'],
	client_changed: ['reauth', 401, 'This refresh token belongs to an earlier registration with the platform.'],
	proof_key_changed: ['reauth', 401, 'This refresh token is bound to another key.'],

	not_configured: ['config', 500, 'This platform is not set up on this server.'],
	client_rejected: ['config', 500, 'The platform does not accept the client ID or secret of this server.'],
	request_refused: ['config', 500, 'The platform refused the request of this server.'],

	not_found: ['bad_request', 404, 'There is nothing at this address.'],
	user_not_found: ['bad_request', 404, 'The platform does not know this user.'],
	method_not_allowed: ['bad_request', 405, 'This address does not take that method.'],
	origin_not_allowed: ['bad_request', 403, 'Only pages of this server may ask.'],
	unsupported_media_type: ['bad_request', 415, 'The body must be application/json.'],
	body_too_large: ['bad_request', 413, 'The body is too large.'],
	malformed_body: ['bad_request', 400, 'The body does not have the expected shape.'],
	malformed_id: ['bad_request', 400, 'This cannot be a user ID.'],
	file_type: ['bad_request', 415, 'Only PNG, WebP, GIF, JPEG, MP3, Ogg and WAV files are kept.'],
	protocol_version: ['bad_request', 400, 'This server speaks version 2.0 of the protocol.'],
	socket_expected: ['bad_request', 400, 'This address is for WebSockets.'],
	message_refused: ['bad_request', 422, 'The platform did not take this message.'],
	sealed_token_invalid: ['bad_request', 400, 'This is not a refresh token that this server sealed for this platform.'],
	proof_required: ['bad_request', 401, 'This refresh token needs a proof of possession.'],
	proof_invalid: ['bad_request', 401, 'The proof of possession is not valid.'],
	access_token_invalid: ['reauth', 401, 'This access token is not valid here, or not any more.'],
	access_denied: ['bad_request', 403, 'The streamer did not let this game in.'],
	unknown_client: ['bad_request', 404, 'No game with this client ID may connect here.'],
	code_not_found: ['bad_request', 404, 'There is no such code, or its time is up.'],
	too_many_guesses: ['bad_request', 429, 'Too many wrong codes: try again in some minutes.'],
	invalid_request: ['bad_request', 400, 'The request does not have the expected shape.'],
	invalid_scope: ['bad_request', 400, 'Only the scope interactive:robot:self can be granted here.'],
	invalid_grant: ['bad_request', 400, 'The code or refresh token is wrong, expired, used, or that of another client.'],
	unsupported_grant_type: ['bad_request', 400, 'The grant type must be authorization_code or refresh_token.'],
	stale_proof: ['bad_request', 401, 'The proof is older or newer than the Date of this answer allows.']
} as const satisfies Record<string, readonly [FailureClass, number, string]>;

/** Names a failure; stable, for the page to tell apart. */
export type FailureCode = keyof typeof failures;

/** Ends a request; carries nothing of the request or of an upstream answer, so that no secret can travel in it. */
export class Failure extends Error {
	override readonly name = 'Failure';
	readonly code: FailureCode;
	readonly failureClass: FailureClass;
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;

	constructor(code: FailureCode, headers: Readonly<Record<string, string>> = {}) {
		const [failureClass, status, message] = failures[code];
		super(message);
		this.code = code;
		this.failureClass = failureClass;
		this.status = status;
		this.headers = headers;
	}
}
