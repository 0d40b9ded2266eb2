import { ProtocolError } from '#lib/model/errors.ts';
import * as v from 'valibot';

/** Reads a frame's JSON; throws `ProtocolError` for one that is no JSON, or longer than any that makes sense. */
export function parseFrame(text: string, { longest }: { readonly longest: number }): unknown {
	if (text.length > longest) throw new ProtocolError('too_large', 'A frame of an emote service was too large.');
	try {
		return JSON.parse(text);
	} catch (cause) {
		throw new ProtocolError('malformed_frame', 'A frame of an emote service is no JSON.', { cause });
	}
}

/** Reads a frame, or a part of one; throws `ProtocolError` when it has another shape. */
export function readFrame<Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
	const result = v.safeParse(schema, input);
	if (!result.success) throw new ProtocolError('malformed_frame', 'A frame of an emote service has another shape.');
	return result.output;
}
