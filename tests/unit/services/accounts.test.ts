import { expect, test } from 'vitest';
import type { Identity, Tokens } from '#lib/model/account.ts';
import { AuthorizationError, ConnectionError } from '#lib/model/errors.ts';
import { Accounts } from '#lib/services/accounts.ts';
import { createMemoryStorage } from '#lib/services/storage.ts';
import { createFakeEnvironment } from '#tests/support/fake-environment.ts';

const identity: Identity = { platform: 'twitch', userId: '7', login: 'ada', displayName: 'Ada' };
const firstTokens: Tokens = { accessToken: 'at-1', scopes: ['chat:read'], sealedRefreshToken: 'sealed-1' };

async function setUp(refresh: (sealed: string) => Promise<Tokens>, storage = createMemoryStorage()) {
	const { environment, clock } = createFakeEnvironment();
	const refreshes: string[] = [];
	const accounts = new Accounts({
		storage,
		clock: environment.clock,
		refresh: (_, sealed) => {
			refreshes.push(sealed);
			return refresh(sealed);
		},
		runExclusively: (_, task) => task()
	});
	await accounts.add(identity, firstTokens);
	return { accounts, refreshes, storage, clock };
}

const next = async (sealed: string): Promise<Tokens> => {
	const count = Number(sealed.slice(-1)) + 1;
	return { accessToken: `at-${count}`, scopes: [], sealedRefreshToken: `sealed-${count}` };
};

const rejected = () => Promise.reject(new AuthorizationError('token_rejected', 'no'));

test('a call whose token is refused is repeated once with a fresh one', async () => {
	const { accounts, refreshes } = await setUp(next);
	const used: string[] = [];

	const answer = await accounts.call('twitch', async (token) => {
		used.push(token);
		return token === 'at-1' ? rejected() : 'done';
	});

	expect(answer).toBe('done');
	expect(used).toEqual(['at-1', 'at-2']);
	expect(refreshes).toEqual(['sealed-1']);
});

test('a call that is refused with the fresh token too is not repeated again', async () => {
	const { accounts, refreshes } = await setUp(next);

	await expect(accounts.call('twitch', rejected)).rejects.toMatchObject({ code: 'token_rejected' });
	expect(refreshes).toHaveLength(1);
});

test('a call that fails for another reason is neither refreshed nor repeated', async () => {
	const { accounts, refreshes } = await setUp(next);
	let calls = 0;

	const failing = accounts.call('twitch', () => {
		calls++;
		return Promise.reject(new ConnectionError('unreachable', 'no net'));
	});

	await expect(failing).rejects.toMatchObject({ code: 'unreachable' });
	expect([calls, refreshes.length]).toEqual([1, 0]);
});

test('twenty refused calls at once refresh once', async () => {
	const { accounts, refreshes } = await setUp(next);

	const answers = await Promise.all(
		Array.from({ length: 20 }, () => accounts.call('twitch', async (token) => (token === 'at-1' ? rejected() : token)))
	);

	expect(new Set(answers)).toEqual(new Set(['at-2']));
	expect(refreshes).toHaveLength(1);
});

test('a token that another page refreshed meanwhile is taken from storage', async () => {
	const { accounts, refreshes, storage } = await setUp(next);
	const tokens = { accessToken: 'at-9', scopes: [], sealedRefreshToken: 'sealed-9' };
	await storage.save('account:twitch', { identity, tokens, generation: 5, needsReconnect: false });

	await expect(accounts.credentials('twitch')?.accessToken('at-1')).resolves.toBe('at-9');
	expect(refreshes).toHaveLength(0);
});

test('a token about to expire is refreshed before it is used', async () => {
	const { accounts, clock } = await setUp(next);
	await accounts.add(identity, { ...firstTokens, expiresAt: clock.now + 3_600_000 });

	const early = await accounts.credentials('twitch')?.accessToken();
	await clock.tickAsync(3_550_000);
	const late = await accounts.credentials('twitch')?.accessToken();

	expect([early, late]).toEqual(['at-1', 'at-2']);
});

test('a dead grant asks for a new connection and deletes nothing', async () => {
	const { accounts, refreshes, storage } = await setUp(() =>
		Promise.reject(new AuthorizationError('token_revoked', 'gone'))
	);

	await expect(accounts.call('twitch', rejected)).rejects.toMatchObject({ code: 'token_revoked' });
	await expect(accounts.credentials('twitch')?.accessToken()).rejects.toMatchObject({ code: 'token_revoked' });

	expect(accounts.find('twitch')).toMatchObject({ needsReconnect: true, identity });
	expect(await storage.load('account:twitch')).toMatchObject({ tokens: firstTokens });
	expect(refreshes).toHaveLength(1);
});

test('a refresh that fails in passing leaves the account as it is', async () => {
	const { accounts } = await setUp(() => Promise.reject(new ConnectionError('server_trouble', 'HTML')));

	await expect(accounts.call('twitch', rejected)).rejects.toMatchObject({ code: 'server_trouble' });
	expect(accounts.find('twitch')).toMatchObject({ needsReconnect: false, tokens: firstTokens });
});

test('accounts survive a reload, records that cannot be read are left alone', async () => {
	const { storage } = await setUp(next);
	await storage.save('account:theta', { version: 'from the future' });
	const { environment } = createFakeEnvironment();
	const reloaded = new Accounts({
		storage,
		clock: environment.clock,
		refresh: (_, sealed) => next(sealed),
		runExclusively: (_, task) => task()
	});

	await reloaded.load();

	expect(reloaded.list.map((account) => account.identity.login)).toEqual(['ada']);
	expect(await storage.load('account:theta')).toEqual({ version: 'from the future' });
});

test('a bot is kept beside the account of its platform, and neither touches the other', async () => {
	const { accounts, storage } = await setUp(next);
	const { environment } = createFakeEnvironment();
	const bots = new Accounts({
		storage,
		clock: environment.clock,
		refresh: (_, sealed) => next(sealed),
		runExclusively: (_, task) => task(),
		role: 'bot'
	});
	await bots.load();
	await bots.add({ ...identity, userId: '9', login: 'adabot' }, { ...firstTokens, accessToken: 'at-bot' });

	const [own, bot] = [accounts.credentials('twitch'), bots.credentials('twitch')];
	expect([await own?.accessToken(), await bot?.accessToken()]).toEqual(['at-1', 'at-bot']);
	await bots.remove('twitch');
	await accounts.load();

	expect(accounts.list.map((account) => account.identity.login)).toEqual(['ada']);
	expect(bots.list).toEqual([]);
});

test('a removed account is gone from storage, and calls say so', async () => {
	const { accounts, storage } = await setUp(next);

	await accounts.remove('twitch');

	expect(await storage.keys()).toEqual([]);
	expect(accounts.credentials('twitch')).toBeUndefined();
	await expect(accounts.call('twitch', async () => 1)).rejects.toMatchObject({ code: 'not_connected' });
});
