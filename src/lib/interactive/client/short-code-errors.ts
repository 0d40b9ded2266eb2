/** A short code did not lead to tokens; the game asks for another. */
export class ShortCodeError extends Error {
	override readonly name: string = 'ShortCodeError';
}

/** The server answered what no short code should be answered with; `status` is that of HTTP. */
export class UnknownShortCodeError extends ShortCodeError {
	override readonly name = 'UnknownShortCodeError';
	readonly status: number;

	constructor(status: number, options?: ErrorOptions) {
		super(`The server gave an unexpected answer (${status}).`, options);
		this.status = status;
	}
}

/** The streamer said no. */
export class ShortCodeAccessDeniedError extends ShortCodeError {
	override readonly name = 'ShortCodeAccessDeniedError';

	constructor() {
		super('The streamer did not let the game in.');
	}
}

/** Nobody entered the code in time. */
export class ShortCodeTimeoutError extends ShortCodeError {
	override readonly name = 'ShortCodeTimeoutError';

	constructor() {
		super('The code was not entered in time.');
	}
}
