import { expect, test } from 'vitest';
import { mostFileBytes, uploadRoomFile } from '#lib/services/room-files.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

const file = new Blob(['OggS']);

function upload(answers: readonly number[], blob: Blob = file) {
	const asked: string[] = [];
	const tokens: (string | undefined)[] = [];
	const { environment } = createFakeEnvironment({
		fetch: (request) => {
			asked.push(`${request.method} ${new URL(request.url).pathname} ${request.headers.get('authorization')}`);
			return new Response('{}', { status: answers[asked.length - 1] ?? 500 });
		}
	});
	const requestToken = async (refused?: string) => {
		tokens.push(refused);
		return { accessToken: `token-${tokens.length}` };
	};
	const done = uploadRoomFile(blob, { appOrigin: 'https://tributary.example', requestToken, environment });
	return { done, asked, tokens };
}

test('a file is put under the hash of its bytes', async () => {
	const { done, asked } = upload([200]);

	const named = await done;

	expect(named).toMatch(/^file:[\da-f]{64}$/);
	expect(asked).toEqual([`PUT /api/rooms/files/${named.slice(5)} Bearer token-1`]);
});

test('a token that is not taken is replaced once', async () => {
	const { done, asked, tokens } = upload([401, 200]);

	await done;

	expect(asked).toHaveLength(2);
	expect(tokens).toEqual([undefined, 'token-1']);
	await expect(upload([401, 401]).done).rejects.toMatchObject({ code: 'token_rejected' });
});

test('what is too large or of another kind is refused in a way that can be told', async () => {
	const large = upload([], new Blob([new Uint8Array(mostFileBytes + 1)]));

	await expect(large.done).rejects.toMatchObject({ code: 'too_large' });
	expect(large.asked).toEqual([]);
	await expect(upload([415]).done).rejects.toMatchObject({ code: 'status_415' });
});
