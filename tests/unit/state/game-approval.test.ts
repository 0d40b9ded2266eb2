import { expect, test } from 'vitest';
import type { Tokens } from '#lib/model/account.ts';
import { defaultConfig } from '#lib/model/public-config.ts';
import { Accounts } from '#lib/services/accounts.ts';
import { createProver } from '#lib/services/proof-key.ts';
import { createMemoryStorage } from '#lib/services/storage.ts';
import { GameApproval } from '#lib/state/game-approval.svelte.ts';
import { createFakeEnvironment, fakeNow } from '#tests/support/fake-environment.ts';

const appOrigin = 'https://app.invalid';
const tokens: Tokens = { accessToken: 'at-1', scopes: [] };
const game = { clientId: 'harbour-race', scopes: ['interactive:robot:self'], expiresInSeconds: 100 };

async function setUp(answers: Readonly<Record<string, () => Response>>, code = 'K7QX2M') {
	const paths: string[] = [];
	const { environment } = createFakeEnvironment({
		fetch: (request) => {
			const { pathname } = new URL(request.url);
			paths.push(pathname);
			return answers[pathname.split('/').at(-1) ?? '']?.() ?? Response.error();
		}
	});
	const storage = createMemoryStorage();
	const accounts = new Accounts({
		storage,
		clock: environment.clock,
		refresh: () => Promise.reject(new Error('No refresh was expected.')),
		runExclusively: (_, task) => task()
	});
	await accounts.add({ platform: 'twitch', userId: '7', login: 'ada', displayName: 'Ada' }, tokens);
	const prove = createProver(storage, environment.clock);
	const context = { config: defaultConfig(appOrigin), environment, appOrigin, prove };
	return { paths, approval: new GameApproval(() => ({ accounts, context }), code) };
}

const failure = (failureClass: string, code: string, status: number) => () =>
	Response.json({ error: { class: failureClass, code, message: 'A sentence.' } }, { status });
const found = { lookup: () => Response.json(game) };

test('a code is written in capitals, without what people put between its characters, and not longer', async () => {
	const { approval } = await setUp({}, ' k7q-x2m9 ');

	expect([approval.code, approval.complete]).toEqual(['K7QX2M', true]);
	approval.code = '<b>';
	expect([approval.code, approval.complete]).toEqual(['B', false]);
});

test('a code is looked up before anything can be answered', async () => {
	const { approval, paths } = await setUp(found);

	await approval.find('twitch');

	expect(approval.step).toBe('found');
	expect(approval.game).toEqual({
		clientId: 'harbour-race',
		scopes: game.scopes,
		expiresAt: fakeNow + 100_000
	});
	expect(paths).toEqual(['/api/rooms/lookup']);
});

test.each([
	['approve', 'approved'],
	['deny', 'denied']
] as const)('%s ends in "%s"', async (answer, step) => {
	const { approval, paths } = await setUp({ ...found, [answer]: () => Response.json({}) });
	await approval.find('twitch');

	await approval.answer(answer, 'twitch');

	expect(approval.step).toBe(step);
	expect(paths.at(-1)).toBe(`/api/rooms/${answer}`);
});

test('a code that ran out before the answer is expired, not wrong', async () => {
	const { approval } = await setUp({ ...found, approve: failure('bad_request', 'code_not_found', 404) });
	await approval.find('twitch');

	await approval.answer('approve', 'twitch');

	expect(approval.step).toBe('expired');
	expect(approval.attempt.problem).toBeUndefined();
});

test('trouble leaves the streamer where they were, and typing forgets it', async () => {
	const { approval } = await setUp({ lookup: failure('retry', 'upstream_timeout', 503) });

	await approval.find('twitch');

	expect(approval.step).toBe('entering');
	expect(approval.attempt.problem).toMatchObject({ code: 'server_trouble' });
	approval.code = 'K7QX2';
	expect(approval.attempt.problem).toBeUndefined();
});

test('two presses at once are one question', async () => {
	const { approval, paths } = await setUp(found);

	await Promise.all([approval.find('twitch'), approval.find('twitch')]);

	expect(paths).toHaveLength(1);
});

test('another code begins anew', async () => {
	const { approval } = await setUp({ ...found, deny: () => Response.json({}) });
	await approval.find('twitch');
	await approval.answer('deny', 'twitch');

	approval.restart();

	expect([approval.step, approval.code, approval.game]).toEqual(['entering', '', undefined]);
});
