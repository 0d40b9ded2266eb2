import type { AccessToken } from '../oauth/grants.ts';

/** A Helix request whose token and client are already checked. */
export interface HelixCall {
	readonly request: Request;
	readonly query: URLSearchParams;
	readonly token: AccessToken;
}

/** One method of one path. */
export interface HelixEndpoint {
	readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** After `/helix`. */
	readonly path: string;
	answer(call: HelixCall): Response | Promise<Response>;
}
