import { Failure } from '../failure.ts';
import { assertSameSite } from '../gate.ts';
import { jsonAnswer, readBytes } from '../http.ts';
import type { Route } from '../router.ts';
import { readAccess } from './credentials.ts';
import { sniffType } from './file-type.ts';
import { fileLimits } from './files.ts';
import { formatRoomId, parseRoomId } from './room-id.ts';
import { openRoom } from './room-namespace.ts';

const hashPattern = /^[\da-f]{64}$/;

/** Takes a sound or an image for the overlays of the streamer's own room; its address is the hash of its bytes. */
export const putFileRoute: Route = {
	method: 'PUT',
	pattern: '/api/rooms/files/:sha256',
	async answer(context) {
		const { request, appOrigin, parameter, env } = context;
		if (request.headers.get('Origin') !== appOrigin) throw new Failure('origin_not_allowed');
		assertSameSite(request);
		const access = await readAccess(context);
		if (!access) throw new Failure('access_token_invalid');
		const bytes = await readBytes(request.body, fileLimits.bytes);
		if (!bytes) throw new Failure('body_too_large');
		if (!hashPattern.test(parameter) || (await hash(bytes)) !== parameter) throw new Failure('malformed_body');
		const type = sniffType(bytes);
		if (!type) throw new Failure('file_type');
		await openRoom(env, formatRoomId(access.platform, access.userId)).keepFile(parameter, { type, bytes });
		return jsonAnswer({ type });
	}
};

/** Gives a file to our own pages: what it is was decided by its bytes, and nothing in it runs. */
export const getFileRoute: Route = {
	method: 'GET',
	pattern: '/api/rooms/files/:room/:sha256',
	async answer({ request, parameter, env }) {
		assertSameSite(request);
		const [encoded = '', sha256 = ''] = parameter.split('/');
		const room = decodeRoom(encoded);
		if (!parseRoomId(room) || !hashPattern.test(sha256)) throw new Failure('not_found');
		const file = await openRoom(env, room).findFile(sha256);
		if (!file) throw new Failure('not_found');
		return new Response(file.bytes, {
			headers: {
				'Content-Type': file.type,
				'Cache-Control': 'public, max-age=31536000, immutable',
				'Content-Security-Policy': "default-src 'none'; sandbox",
				'Cross-Origin-Resource-Policy': 'same-origin',
				'X-Content-Type-Options': 'nosniff'
			}
		});
	}
};

function decodeRoom(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return '';
	}
}

async function hash(bytes: ArrayBuffer): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
	return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
