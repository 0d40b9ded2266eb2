/** The host refused a call; `code` is the protocol's, `path` is dotted and begins in the parameters. @see https://github.com/mixer/developer-docs Interactive protocol 1.7, errors */
export class RefusedCallError extends Error {
	override readonly name = 'RefusedCallError';
	readonly code: number;
	readonly path: string;

	constructor(code: number, message: string, path: string) {
		super(message);
		this.code = code;
		this.path = path;
	}
}

/** The connection is over and does not come back by itself; `closeCode` is that of the close frame. @see https://github.com/mixer/developer-docs Interactive protocol 1.7, errors */
export class ClosedError extends Error {
	override readonly name = 'ClosedError';
	readonly closeCode: number;

	constructor(closeCode: number, reason: string) {
		super(reason === '' ? `The connection was closed (${closeCode}).` : reason);
		this.closeCode = closeCode;
	}
}

/** A frame could not be decoded; the connection asks for plain text and goes on. */
export class EncodingError extends Error {
	override readonly name = 'EncodingError';
}

/** Where to connect could not be found out; it can be tried again. */
export class DiscoveryError extends Error {
	override readonly name = 'DiscoveryError';
}

/** There is no host to connect to just now. */
export class NoServersAvailableError extends Error {
	override readonly name = 'NoServersAvailableError';

	constructor() {
		super('There is no host to connect to.');
	}
}
