import { expect, test } from 'vitest';
import { readCallback } from '#lib/services/callback.ts';
import { createFakeEnvironment, fakeNow } from '#tests/support/fake-environment.ts';

const { environment } = createFakeEnvironment();
const begun = { platform: 'twitch', state: 'state-1', startedAt: fakeNow - 5_000 };

const read = (platform: 'twitch' | 'theta', query: string, transaction: typeof begun | undefined) =>
	readCallback(
		platform,
		new URL(`https://app.invalid/connect/${platform}${query}`),
		transaction && { ...transaction },
		environment.clock
	);

test.each([
	['a code with its state', '?code=abc&scope=chat%3Aread&state=state-1', { type: 'code', code: 'abc' }],
	['a refusal with its state', '?error=access_denied&error_description=no&state=state-1', { type: 'cancelled' }],
	[
		'another error',
		'?error=server_error&error_description=Broken&state=state-1',
		{ type: 'refused', class: 'reauth', detail: 'Broken' }
	],
	['a refusal with a wrong state', '?error=access_denied&state=other', { type: 'wrong-state' }],
	['a wrong state', '?code=abc&state=other', { type: 'wrong-state' }],
	['no state', '?code=abc', { type: 'wrong-state' }],
	['two states', '?code=abc&state=state-1&state=state-1', { type: 'wrong-state' }],
	['two codes', '?code=abc&code=def&state=state-1', { type: 'wrong-state' }],
	['no code', '?state=state-1', { type: 'missing-code' }],
	['an empty code', '?code=&state=state-1', { type: 'missing-code' }],
	['a foreign issuer', '?code=abc&state=state-1&iss=https%3A%2F%2Fevil.invalid', { type: 'wrong-state' }]
])('Twitch coming back with %s', async (_, query, expected) => {
	expect(await read('twitch', query, begun)).toEqual(expected);
});

test.each([
	['a code', '?code=abc', { type: 'code', code: 'abc' }],
	['a code and the state', '?code=abc&state=state-1', { type: 'code', code: 'abc' }],
	['a code and a wrong state', '?code=abc&state=other', { type: 'wrong-state' }],
	['nothing, which is its refusal', '', { type: 'cancelled' }]
])('THETA.tv coming back with %s', async (_, query, expected) => {
	expect(await read('theta', query, { ...begun, platform: 'theta' })).toEqual(expected);
});

test.each(['?code=abc&state=state-1', '?error=access_denied', ''])(
	'without a sign-in begun in this tab %j is nothing to finish',
	async (query) => {
		expect(await read('twitch', query, undefined)).toEqual({ type: 'nothing-to-finish' });
	}
);

test('a sign-in begun for another platform is nothing to finish', async () => {
	expect(await read('theta', '?code=abc', begun)).toEqual({ type: 'nothing-to-finish' });
});

test('a sign-in begun eleven minutes ago has expired', async () => {
	const old = { ...begun, startedAt: fakeNow - 11 * 60_000 };

	expect(await read('twitch', '?code=abc&state=state-1', old)).toEqual({ type: 'expired-code' });
});
