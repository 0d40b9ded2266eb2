/** What an error reply says, by name. @see https://github.com/mixer/developer-docs Interactive protocol 1.7, errors */
export const errorCodes = {
	internal: 1011,
	notJson: 4000,
	cannotDecompress: 4001,
	unknownPacketType: 4002,
	unknownMethod: 4003,
	badArguments: 4004,
	unknownTransaction: 4006,
	notEnoughSparks: 4007,
	unknownGroup: 4008,
	groupExists: 4009,
	unknownScene: 4010,
	sceneExists: 4011,
	unknownControl: 4012,
	controlExists: 4013,
	unknownControlType: 4014,
	unknownParticipant: 4015,
	outOfMemory: 4017,
	defaultResource: 4018,
	badScope: 4024,
	loginRequired: 4026,
	badInput: 4999
} as const;

/** A code of an error reply. */
export type ErrorCode = (typeof errorCodes)[keyof typeof errorCodes];

/** A refused call: whoever made it gets `code`, a sentence, and the dotted `path` into its parameters. */
export class CallError extends Error {
	override readonly name = 'CallError';
	readonly code: ErrorCode;
	readonly path: string;

	constructor(code: ErrorCode, message: string, path = '') {
		super(message);
		this.code = code;
		this.path = path;
	}
}
