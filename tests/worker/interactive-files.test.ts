import { expect, test } from 'vitest';
import { env as bindings } from 'cloudflare:workers';
import { appOrigin, env, pageHeaders, startWorker } from './harness.ts';
import { tokenOf } from './room-client.ts';
import type { Env } from './worker-parts.ts';

const roomEnv = { ...env, INTERACTIVE_ROOM: (bindings as unknown as Env).INTERACTIVE_ROOM } as Env;
const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const ogg = [0x4f, 0x67, 0x67, 0x53];

interface Upload {
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly userId: string;
	readonly hash?: string;
	readonly headers?: Record<string, string>;
}

function createFile(head: readonly number[], size = 64, mark = 0): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(size);
	bytes.set(head);
	bytes[size - 1] = mark;
	return bytes;
}

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();
}

async function ask(path: string, init: RequestInit) {
	const { worker } = startWorker(undefined, {}, roomEnv);
	return worker.fetch(new Request(`${appOrigin}${path}`, init), roomEnv);
}

async function upload({ bytes, userId, hash, headers = {} }: Upload): Promise<Response> {
	const Authorization = `Bearer ${await tokenOf(userId)}`;
	const sha256 = hash ?? (await hashOf(bytes));
	const init = { method: 'PUT', body: bytes, headers: { ...pageHeaders, Authorization, ...headers } };
	return ask(`/api/rooms/files/${sha256}`, init);
}

function download(room: string, sha256: string, headers: Record<string, string> = {}): Promise<Response> {
	return ask(`/api/rooms/files/${room}/${sha256}`, { headers });
}

test('a file comes back as what its bytes are, in a sandbox, whatever it was said to be', async () => {
	const bytes = createFile(png);
	const kept = await upload({ bytes, userId: '701', headers: { 'Content-Type': 'text/html' } });

	const answer = await download('twitch%3A701', await hashOf(bytes));

	expect(await kept.json()).toEqual({ type: 'image/png' });
	expect(answer.status).toBe(200);
	expect(Object.fromEntries(answer.headers)).toMatchObject({
		'content-type': 'image/png',
		'content-security-policy': "default-src 'none'; sandbox",
		'x-content-type-options': 'nosniff',
		'cache-control': 'public, max-age=31536000, immutable'
	});
	expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes);
});

test('pages, drawings with scripts and anything else are not kept', async () => {
	for (const text of ['<!doctype html><script>1</script>', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'MZ', '']) {
		const answer = await upload({ bytes: Uint8Array.from(new TextEncoder().encode(text)), userId: '702' });
		expect(answer.status).toBe(415);
	}
});

test('a file is kept under its own hash and no other', async () => {
	const other = await hashOf(createFile(ogg));

	expect((await upload({ bytes: createFile(png), userId: '703', hash: other })).status).toBe(400);
	expect((await upload({ bytes: createFile(png), userId: '703', hash: 'x' })).status).toBe(400);
});

test('a file that is too large is not read to its end', async () => {
	expect((await upload({ bytes: createFile(png, 512_000), userId: '704' })).status).toBe(200);
	expect((await upload({ bytes: createFile(png, 512_001), userId: '704' })).status).toBe(413);
});

test('only the streamer puts files, from our own pages, into their own room', async () => {
	const bytes = createFile(ogg);
	const sha256 = await hashOf(bytes);
	const put = (headers: Record<string, string>) =>
		ask(`/api/rooms/files/${sha256}`, { method: 'PUT', body: bytes, headers: { ...pageHeaders, ...headers } });

	expect((await put({})).status).toBe(401);
	expect((await put({ Authorization: 'Bearer nonsense' })).status).toBe(401);
	expect((await upload({ bytes, userId: '705', headers: { Origin: 'https://evil.example' } })).status).toBe(403);
	await upload({ bytes, userId: '705' });
	expect((await download('twitch:705', sha256)).status).toBe(200);
	expect((await download('twitch:706', sha256)).status).toBe(404);
});

test('what was never kept, and what can be no file, is not found; other sites get nothing', async () => {
	const sha256 = 'a'.repeat(64);

	expect((await download('twitch:707', sha256)).status).toBe(404);
	expect((await download('twitch:707', 'b')).status).toBe(404);
	expect((await download('%E0%A4%A', sha256)).status).toBe(404);
	expect((await download('twitch:707', sha256, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
});

test('of more than forty files, the one that was put longest ago goes', async () => {
	const files = Array.from({ length: 42 }, (_, mark) => createFile(ogg, 32, mark));
	for (const bytes of files) expect((await upload({ bytes, userId: '708' })).status).toBe(200);

	const found = await Promise.all(
		files.map(async (bytes) => (await download('twitch:708', await hashOf(bytes))).status)
	);

	expect(found.filter((status) => status === 404)).toHaveLength(2);
	expect(found.at(-1)).toBe(200);
});
