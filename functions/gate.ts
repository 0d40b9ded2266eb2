import * as v from 'valibot';
import { Failure } from './failure.ts';
import { parseJson, readBytes } from './http.ts';

const maxBodyBytes = 8 * 1024;

/** Refuses what a browser says comes from another site; browsers alone send the header. */
export function assertSameSite(request: Request): void {
	const site = request.headers.get('Sec-Fetch-Site');
	if (site !== null && site !== 'same-origin') throw new Failure('origin_not_allowed');
}

/** Reads the body of a POST that one of our own pages sent, in exactly the shape of the schema. */
export async function readBody<Schema extends v.GenericSchema>(
	request: Request,
	appOrigin: string,
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	if (request.headers.get('Origin') !== appOrigin) throw new Failure('origin_not_allowed');
	assertSameSite(request);
	if (mediaType(request) !== 'application/json') throw new Failure('unsupported_media_type');

	const bytes = await readBytes(request.body, maxBodyBytes);
	if (!bytes) throw new Failure('body_too_large');
	const result = v.safeParse(schema, parseJson(bytes));
	if (!result.success) throw new Failure('malformed_body');
	return result.output;
}

function mediaType(request: Request): string | undefined {
	return request.headers.get('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase();
}
