import { expect, test } from 'vitest';
import { saveTransaction, takeTransaction } from '#lib/services/authorization-transaction.ts';

function tabStorage() {
	const entries = new Map<string, string>();
	return {
		getItem: (key: string) => entries.get(key) ?? null,
		setItem: (key: string, value: string) => void entries.set(key, value),
		removeItem: (key: string) => void entries.delete(key)
	};
}

const transaction = { platform: 'twitch', state: 'abc', startedAt: 1_000 };

test('a viewer who signs in comes back to the game they came from, once', () => {
	const tab = tabStorage();
	saveTransaction({ ...transaction, role: 'viewer', returnTo: '/play/tidalkit' }, tab);

	expect(takeTransaction(tab)).toEqual({ ...transaction, role: 'viewer', returnTo: '/play/tidalkit' });
	expect(takeTransaction(tab)).toBeUndefined();
});

test.each([
	'https://evil.example/play/x',
	'//evil.example',
	'/play/../panel',
	'/play/a?b=c',
	'javascript:alert(1)',
	'/play/'
])('a sign-in does not lead to %j', (returnTo) => {
	const tab = tabStorage();
	saveTransaction({ ...transaction, role: 'viewer', returnTo }, tab);

	expect(takeTransaction(tab)).toBeUndefined();
});
