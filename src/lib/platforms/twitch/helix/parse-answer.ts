import { ProtocolError } from '#lib/model/errors.ts';
import * as v from 'valibot';

/** Reads an answer of Helix. Throws `ProtocolError` `malformed_answer` with `sentence` when it has another shape. */
export function parseAnswer<Schema extends v.GenericSchema>(
	schema: Schema,
	body: unknown,
	sentence: string
): v.InferOutput<Schema> {
	const answer = v.safeParse(schema, body);
	if (!answer.success) throw new ProtocolError('malformed_answer', sentence);
	return answer.output;
}
