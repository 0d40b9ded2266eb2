import * as v from 'valibot';
import { Failure } from '../failure.ts';
import { parseJson, readBytes } from '../http.ts';

const maxBodyBytes = 8 * 1024;

/** Reads the JSON that a game sent, whatever type it gave it, and whatever else it sent along. */
export async function readOpenBody<Schema extends v.GenericSchema>(
	request: Request,
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	const bytes = await readBytes(request.body, maxBodyBytes);
	if (!bytes) throw new Failure('body_too_large');
	const result = v.safeParse(schema, parseJson(bytes));
	if (!result.success) throw new Failure('invalid_request');
	return result.output;
}
