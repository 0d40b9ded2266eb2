import type { AuthorizationServer } from 'oauth4webapi';
import type { Endpoint } from '../endpoint.ts';
import type { Upstream } from '../upstream.ts';

/** A form request as oauth4webapi makes it. */
export interface FormRequest {
	readonly headers: Record<string, string>;
	readonly body: URLSearchParams;
}

/** Sends a standard request in a platform's own way and gives back a standard answer. */
export type SendNormalized = (url: string, request: FormRequest, upstream: Upstream) => Promise<Response>;

/** Our registration with a platform, and how its OAuth endpoints are spoken to. */
export interface OAuthPlatform {
	readonly endpoint: Endpoint;
	readonly server: AuthorizationServer;
	readonly clientId: string;
	readonly clientSecret: string;
	readonly redirectUri: string;
	readonly send: SendNormalized;
}

/** The OAuth errors that the Worker tells apart. @see https://www.rfc-editor.org/rfc/rfc6749#section-5.2 */
export type OAuthErrorCode = 'invalid_grant' | 'invalid_client' | 'invalid_request' | 'invalid_token';

/** A conforming error answer. */
export function errorResponse(error: OAuthErrorCode): Response {
	return Response.json({ error }, { status: 400 });
}

/** A conforming token answer, of these keys alone. */
export function tokenResponse(tokens: Readonly<Record<string, unknown>>): Response {
	return Response.json(tokens);
}
