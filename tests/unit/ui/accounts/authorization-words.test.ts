import { expect, test } from 'vitest';
import { authorizationWords } from '#lib/ui/accounts/authorization-words.ts';

const outcomes = [
	{ type: 'cancelled' },
	{ type: 'wrong-state' },
	{ type: 'missing-code' },
	{ type: 'expired-code' },
	{ type: 'nothing-to-finish' },
	{ type: 'same-account', displayName: 'Ada' },
	{ type: 'refused', class: 'retry' },
	{ type: 'refused', class: 'config' }
] as const;

test('every way to fail has a card of its own', () => {
	const titles = outcomes.map((outcome) => authorizationWords(outcome, 'Twitch').title);

	expect(new Set(titles).size).toBe(outcomes.length);
});

test('trying again is offered except where only the operator can help', () => {
	const retryable = outcomes.map((outcome) => authorizationWords(outcome, 'Twitch').retryable);

	expect(retryable).toEqual([true, true, true, true, true, true, true, false]);
});

test("the platform's reason is kept for the details", () => {
	const words = authorizationWords({ type: 'refused', class: 'reauth', detail: 'scope not allowed' }, 'Twitch');

	expect(words.detail).toBe('scope not allowed');
});
