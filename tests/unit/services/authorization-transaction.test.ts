import { expect, test } from 'vitest';
import { saveTransaction, takeTransaction, type TabStorage } from '#lib/services/authorization-transaction.ts';

const begun = { platform: 'twitch', state: 'state-1', startedAt: 1 };

function createTab(): TabStorage {
	const entries = new Map<string, string>();
	return {
		getItem: (key) => entries.get(key) ?? null,
		setItem: (key, value) => void entries.set(key, value),
		removeItem: (key) => void entries.delete(key)
	};
}

test.each(['/go?code=K7QX2M', '/play/tidalkit', '/play/twitch:12826', '/go?code=%20'])(
	'a sign-in remembers that %s wanted it, once',
	(returnTo) => {
		const tab = createTab();

		saveTransaction({ ...begun, returnTo }, tab);

		expect(takeTransaction(tab)).toEqual({ ...begun, returnTo });
		expect(takeTransaction(tab)).toBeUndefined();
	}
);

test.each(['https://evil.invalid/', '//evil.invalid', '/\\evil.invalid', 'javascript:alert(1)', 'go', ''])(
	'a sign-in that says %j wanted it is none of ours',
	(returnTo) => {
		const tab = createTab();

		saveTransaction({ ...begun, returnTo }, tab);

		expect(takeTransaction(tab)).toBeUndefined();
	}
);
