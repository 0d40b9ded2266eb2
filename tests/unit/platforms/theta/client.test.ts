import { expect, test } from 'vitest';
import { defaultConfig } from '#lib/model/public-config.ts';
import { thetaClient } from '#lib/platforms/theta/client.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

const userId = 'usr0123456789abcdef';

function identify(answer: () => Response, options: { userId?: string } = { userId }) {
	const requests: Request[] = [];
	const { environment } = createFakeEnvironment({
		fetch: (request) => {
			requests.push(request);
			return answer();
		}
	});
	const config = defaultConfig('http://localhost:8787');
	return { requests, identity: thetaClient.identify({ accessToken: 'secret-token', config, environment, ...options }) };
}

test('the name of the user whom the token answer told is looked up at our Worker', async () => {
	const { identity, requests } = identify(() => Response.json({ id: userId, username: 'Emberwake' }));

	expect(await identity).toEqual({ platform: 'theta', userId, login: 'emberwake', displayName: 'Emberwake' });
	expect(requests.map(({ url }) => url)).toEqual([`http://localhost:8787/api/theta/users/${userId}`]);
	expect(requests[0]?.headers.has('authorization')).toBe(false);
});

test.each([[{}], [{ userId: '../admin' }]])('without a usable user id (%j) nobody is asked', async (options) => {
	const { identity, requests } = identify(() => Response.json({}), options);

	await expect(identity).rejects.toMatchObject({ name: 'ProtocolError', code: 'malformed_answer' });
	expect(requests).toEqual([]);
});

test.each([
	['somebody else', () => Response.json({ id: 'usr9999999999999999', username: 'x' }), 'ProtocolError'],
	['nobody', () => Response.json({}), 'ProtocolError'],
	['a nameless user', () => Response.json({ id: userId, username: '\u202e ' }), 'ProtocolError'],
	['HTML', () => new Response('<html>'), 'ProtocolError'],
	['a server error', () => new Response('', { status: 503 }), 'ConnectionError'],
	['a refusal', () => Response.json({ error: 'user_not_found' }, { status: 404 }), 'RejectionError']
])('an answer with %s fails as %3$s', async (_name, answer, error) => {
	await expect(identify(answer).identity).rejects.toMatchObject({ name: error });
});
