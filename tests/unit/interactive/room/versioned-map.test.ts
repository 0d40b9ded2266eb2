import { expect, test } from 'vitest';
import { seededRandom } from '#lib/emulator/seeded-random.ts';
import { VersionedMap } from '#lib/interactive/room/versioned-map.ts';

interface Value {
	readonly count: number;
}

test.each([1, 2, 3])(
	'each version stays what it was, whatever is made of it, as a copied map would (seed %d)',
	(seed) => {
		const random = seededRandom(seed);
		const below = (most: number) => Math.floor(random() * most);
		const versions = [{ map: new VersionedMap<number, Value>(), copy: new Map<number, Value>() }];

		for (let count = 0; count < 400; count++) {
			const from = versions[random() < 0.7 ? versions.length - 1 : below(versions.length)];
			if (from === undefined) throw new Error('There is always a first version.');
			const key = below(12);
			const copy = new Map(from.copy);
			if (random() < 0.3) {
				copy.delete(key);
				versions.push({ map: from.map.without(key), copy });
			} else {
				versions.push({ map: from.map.with(key, { count }), copy: copy.set(key, { count }) });
			}
		}

		const sorted = (map: ReadonlyMap<number, Value>) => [...map].sort(([one], [other]) => one - other);
		expect(versions.map(({ map }) => sorted(map))).toEqual(versions.map(({ copy }) => sorted(copy)));
		expect(versions.map(({ map }) => map.size)).toEqual(versions.map(({ copy }) => copy.size));
	}
);

test('who goes through a version is not disturbed by the next', () => {
	const first = new VersionedMap([1, 2, 3].map((key) => [key, { count: key }] as const));
	let map = first;
	const seen: number[] = [];

	for (const [key, { count }] of first) {
		seen.push(count);
		map = map.without(key).with(key + 10, { count });
	}

	expect(seen).toEqual([1, 2, 3]);
	expect([...map.keys()]).toEqual([11, 12, 13]);
	expect([...first.keys()].sort()).toEqual([1, 2, 3]);
});
