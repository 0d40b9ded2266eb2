/** The user connects the account again. */
export class AuthorizationError extends Error {
	override readonly name = 'AuthorizationError';
	/** `token_rejected`: the platform refused this access token, a refresh may help; the others need the user. */
	readonly code: 'token_rejected' | 'token_revoked' | 'not_connected' | 'scope_missing';
	/** What the account has yet to allow, with `scope_missing`. */
	readonly scope: string | undefined;

	constructor(code: AuthorizationError['code'], message: string, options?: ErrorOptions & { readonly scope?: string }) {
		super(message, options);
		this.code = code;
		this.scope = options?.scope;
	}
}

/** The shell retries with backoff. */
export class ConnectionError extends Error {
	override readonly name = 'ConnectionError';
	/** `not_connected`: nothing left the page, since there is no connection just now. */
	readonly code: 'not_connected' | 'socket_closed' | 'unreachable' | 'timed_out' | 'server_trouble' | 'rate_limited';

	constructor(code: ConnectionError['code'], message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}

/** The frame or answer is dropped and logged; the stream goes on. */
export class ProtocolError extends Error {
	override readonly name = 'ProtocolError';
	readonly code: 'malformed_frame' | 'malformed_answer' | 'too_large';

	constructor(code: ProtocolError['code'], message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}

/** The user is told; nothing is retried; `code` is the platform's own word where it has one (`msg_slowmode`). */
export class RejectionError extends Error {
	override readonly name = 'RejectionError';
	readonly code: string;

	constructor(code: string, message: string, options?: ErrorOptions) {
		super(message, options);
		this.code = code;
	}
}
