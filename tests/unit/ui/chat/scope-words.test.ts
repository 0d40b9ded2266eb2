import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { manifests } from '#lib/platforms/manifests.ts';
import { scopeWords } from '#lib/ui/chat/scope-words.ts';

const folder = 'src/lib/platforms/twitch/helix';
const scopeName = /'((?:chat|user|moderator|channel):[a-z_:]+)'/g;
const askedFor = new Set([
	...Object.values(manifests).flatMap(({ scopes }) => scopes),
	...readdirSync(folder).flatMap((file) =>
		[...readFileSync(join(folder, file), 'utf8').matchAll(scopeName)].map(([, scope]) => String(scope))
	)
]);

test('every permission that we ask for is told in everyday words', () => {
	const told = [...askedFor].map((scope) => [scope, scopeWords(scope)] as const);

	expect(told.length).toBeGreaterThan(12);
	for (const [scope, sentence] of told) expect(sentence, scope).toMatch(/^[a-z][^:]+$/);
});

test('a permission that nobody asks for has no words', () => {
	expect(scopeWords('constructor')).toBeUndefined();
	expect(scopeWords('analytics:read:games')).toBeUndefined();
});
