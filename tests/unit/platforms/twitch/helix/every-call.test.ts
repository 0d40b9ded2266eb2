import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AuthorizationError } from '#lib/model/errors.ts';
import { helixEndpoints, panelEndpoints } from '#tests/fixtures/helix-endpoints.ts';
import { ImportGraph } from '#tests/support/import-graph.ts';
import { helixCalls, otherFunctions, type HelixCall } from './helix-calls.ts';
import { createHelix, type ReceivedCall } from './helix-fixture.ts';

const folder = 'src/lib/platforms/twitch/helix';
const exported = /^export (?:async )?(?:function\*? ?(\w+)|const (\w+) = (?:async )?\()/gm;
const everyScope = [...new Set(Object.values(helixEndpoints).flatMap(({ scopes }) => split(scopes)))];

const rows = Object.entries(helixCalls).flatMap(([file, calls]) =>
	Object.entries(calls).flatMap(([name, variants]) =>
		[variants].flat().map((call): readonly [string, string, HelixCall] => [file, name, call as HelixCall])
	)
);

function split(keys = ''): readonly string[] {
	return keys.split(' ').filter((key) => key !== '');
}

/** Makes a call; what was sent, and why it failed, which it does for want of a true answer. */
async function record(call: HelixCall, scopes: readonly string[]) {
	const { helix, calls } = createHelix([], scopes);
	try {
		const result = call(helix);
		await (Symbol.asyncIterator in result ? result[Symbol.asyncIterator]().next() : result);
		return { calls, error: undefined };
	} catch (error) {
		return { calls, error };
	}
}

function endpointOf({ call }: ReceivedCall): string {
	return call.replace(/\?.*/, '');
}

function queryKeys({ call }: ReceivedCall): readonly string[] {
	return [...new Set(new URLSearchParams(call.split('?')[1] ?? '').keys())];
}

function bodyKeys(value: unknown, prefix = ''): readonly string[] {
	if (Array.isArray(value)) return [...new Set(value.flatMap((entry) => bodyKeys(entry, prefix)))];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => [prefix + key, ...bodyKeys(inner, `${prefix}${key}.`)]);
}

/** What is wrong with keys, in words; nothing where they are as documented. */
function faultsOf(sent: readonly string[], documented: string | undefined): readonly string[] {
	const keys = split(documented);
	const known = keys.map((key) => key.replace('?', ''));
	const isKnown = (key: string) => known.includes(key) || known.includes(key.replace(/\.[^.]+$/, '.*'));
	return [
		...sent.filter((key) => !isKnown(key)).map((key) => `${key} is not documented`),
		...keys.filter((key) => !/[?*]$/.test(key) && !sent.includes(key)).map((key) => `${key} is missing`)
	];
}

test('every function that a family exports is in the table of calls, and no other', () => {
	const found = readdirSync(folder).flatMap((file) =>
		[...readFileSync(join(folder, file), 'utf8').matchAll(exported)].map(
			([, name, value]) => `${file} ${name ?? value}`
		)
	);
	const tabled = Object.entries(helixCalls).flatMap(([file, calls]) =>
		Object.keys(calls).map((name) => `${file} ${name}`)
	);

	expect(found.toSorted()).toEqual([...tabled, ...otherFunctions].toSorted());
});

test.each(rows)('%s %s sends what Twitch documents', async (_file, _name, call) => {
	const { calls } = await record(call, everyScope);

	expect(calls).not.toEqual([]);
	for (const sent of calls) {
		const facts = helixEndpoints[endpointOf(sent)];
		expect(facts, endpointOf(sent)).toBeDefined();
		expect(faultsOf(queryKeys(sent), facts?.query), `query of ${sent.call}`).toEqual([]);
		expect(faultsOf(bodyKeys(sent.body), facts?.body), `body of ${sent.call}`).toEqual([]);
	}
});

test.each(rows)('%s %s is not sent without its scope, which it names', async (_file, _name, call) => {
	const allowed = await record(call, everyScope);
	const refused = await record(call, []);
	const scopesOf = (sent: ReceivedCall) => split(helixEndpoints[endpointOf(sent)]?.scopes);

	expect(refused.calls.filter((sent) => scopesOf(sent).length > 0)).toEqual([]);
	if (!allowed.calls.every((sent) => scopesOf(sent).length > 0)) return;
	expect(refused.error).toBeInstanceOf(AuthorizationError);
	expect(allowed.calls.flatMap(scopesOf)).toContain((refused.error as AuthorizationError).scope);
});

test('whatever the panel is to do can be reached from one of its components', async () => {
	const graph = new ImportGraph();
	const reached = new Set<string>();

	for (const [file, name, call] of rows) {
		const users = graph.reaching(join(folder, file), name, /twitch\/(?:commands|emulator)\//);
		if (!users.some((user) => /^src\/lib\/ui\/.*\.svelte$/.test(user))) continue;
		for (const sent of (await record(call, everyScope)).calls) reached.add(endpointOf(sent));
	}

	expect(panelEndpoints.filter((endpoint) => !reached.has(endpoint))).toEqual([]);
});

test('every endpoint that is documented here is called', async () => {
	const called = await Promise.all(rows.map(async ([, , call]) => (await record(call, everyScope)).calls));
	const endpoints = new Set(called.flat().map(endpointOf));

	expect(Object.keys(helixEndpoints).filter((endpoint) => !endpoints.has(endpoint))).toEqual([]);
});
