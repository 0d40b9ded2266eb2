import { Failure } from './failure.ts';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** An address that secrets may be sent to. */
export interface Endpoint {
	/** Without a slash at its end. */
	readonly url: string;
	/** Whether it is plain http, which only this very machine may be spoken to with. */
	readonly insecure: boolean;
}

/** Reads a configured address: https anywhere, http on a loopback host. */
export function readEndpoint(text: string): Endpoint {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	const insecure = url?.protocol === 'http:' && loopbackHosts.has(url.hostname);
	if (!url || (url.protocol !== 'https:' && !insecure)) throw new Failure('not_configured');
	return { url: url.href.replace(/\/$/, ''), insecure };
}
