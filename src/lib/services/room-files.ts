import { RejectionError } from '#lib/model/errors.ts';
import type { Environment } from '#lib/transport/environment.ts';
import { assertSuccess, requestJson } from '#lib/transport/request.ts';

/** As large as a file for overlays may be, in bytes. */
export const mostFileBytes = 512_000;

/** What is done with a file, and as whom. */
export interface UploadOptions {
	readonly appOrigin: string;
	/** `refused` is a token that the room did not take. */
	readonly requestToken: (refused?: string) => Promise<{ readonly accessToken: string }>;
	readonly environment: Environment;
}

/**
 * Puts a sound or an image into the streamer's own room; returns the reference that effects name it by (`file:` and its hash).
 * Throws `RejectionError` `too_large` or `status_415` for what is not kept, else as the request and the token's do.
 */
export async function uploadRoomFile(file: Blob, options: UploadOptions): Promise<string> {
	if (file.size > mostFileBytes) throw new RejectionError('too_large', 'The file is too large.');
	const bytes = await file.arrayBuffer();
	const sha256 = toHex(await crypto.subtle.digest('SHA-256', bytes));
	const { accessToken } = await options.requestToken();
	if ((await put(bytes, sha256, accessToken, options)) === 401) {
		const { accessToken: newer } = await options.requestToken(accessToken);
		assertSuccess(await put(bytes, sha256, newer, options), 'The room does not take files from here.');
	}
	return `file:${sha256}`;
}

async function put(bytes: ArrayBuffer, sha256: string, accessToken: string, options: UploadOptions): Promise<number> {
	const { status } = await requestJson(
		options.environment,
		`${options.appOrigin}/api/rooms/files/${sha256}`,
		{ method: 'PUT', body: bytes, headers: { Authorization: `Bearer ${accessToken}` } },
		{ timeoutMs: 60_000 }
	);
	if (status !== 401) assertSuccess(status, 'The file was not kept.');
	return status;
}

function toHex(digest: ArrayBuffer): string {
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
