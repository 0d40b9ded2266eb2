import type { Environment } from '#lib/transport/environment.ts';
import { assertSuccess, requestJson } from '#lib/transport/request.ts';

/** A 7TV set of a thousand emotes is some 1.5 MB. */
const limits = { maxBytes: 8 * 1024 * 1024, timeoutMs: 15_000 };

/** Asks for a list of pictures; `undefined` where the service does not know the channel. Throws as `requestJson` and `assertSuccess` do. */
export async function requestPictures(environment: Environment, url: string): Promise<unknown> {
	const { status, body } = await requestJson(environment, url, {}, limits);
	if (status === 404) return undefined;
	assertSuccess(status, 'The pictures of this channel could not be read.');
	return body;
}
