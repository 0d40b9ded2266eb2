import { ProtocolError } from '#lib/model/errors.ts';
import * as v from 'valibot';

/** Letters, digits, `_` and `-`: safe in a path. */
export const pictureId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** A word that an emote stands for. */
export const emoteName = v.pipe(v.string(), v.regex(/^[^\s\p{C}]{1,100}$/u));

/** Reads the outer shape of an answer; throws `ProtocolError` when it is another. */
export function parseAnswer<Schema extends v.GenericSchema>(schema: Schema, answer: unknown): v.InferOutput<Schema> {
	const result = v.safeParse(schema, answer);
	if (!result.success) throw new ProtocolError('malformed_answer', 'The pictures came in an unknown shape.');
	return result.output;
}

/** Width by height, kept within what a line can show. */
export function toRatio(width = 1, height = 1): number {
	const ratio = width / height;
	return ratio > 0 ? Math.min(4, Math.max(0.25, ratio)) : 1;
}
