import { expect, test } from 'vitest';
import type { Role } from '#lib/model/chat.ts';
import type { ListedPerson } from '#lib/model/listed-person.ts';
import { searchPeople, sortPeople, typedLogin, type PeopleSort } from '#lib/ui/people/sort-people.ts';

const people: readonly ListedPerson[] = [
	{ userId: '1', login: 'mawj', displayName: 'موج', since: 30, subscription: { tier: '1000', gifted: false } },
	{ userId: '2', login: 'otter', displayName: 'Otter', since: 10, ban: { endsAt: 50, reason: '', by: '' } },
	{ userId: '3', login: 'eel', displayName: 'Eel', since: 20, subscription: { tier: '3000', gifted: true } }
];
const roles: Readonly<Record<string, readonly Role[]>> = { 1: ['vip'], 2: ['subscriber', 'moderator'], 3: [] };
const logins = (list: readonly ListedPerson[]) => list.map(({ login }) => login).join();

test.each<[PeopleSort, string]>([
	['name', 'eel,mawj,otter'],
	['role', 'otter,mawj,eel'],
	['newest', 'mawj,eel,otter'],
	['oldest', 'otter,eel,mawj'],
	['tier', 'eel,mawj,otter'],
	['ending', 'otter,eel,mawj']
])('sorted by %s: %s', (sort, expected) => {
	expect(logins(sortPeople(people, sort, (userId) => roles[userId] ?? []))).toBe(expected);
});

test.each([
	['', 'mawj,otter,eel'],
	[' @OTT', 'otter'],
	['مو', 'mawj'],
	['nobody', '']
])('"%s" finds %s', (typed, expected) => {
	expect(logins(searchPeople(people, typed))).toBe(expected);
});

test.each([
	['@Harbor_1', 'harbor_1'],
	['otter', undefined],
	['two words', undefined],
	['x', undefined],
	['', undefined]
])('typed "%s" can be looked up as %s', (typed, login) => {
	expect(typedLogin(people, typed)).toBe(login);
});
