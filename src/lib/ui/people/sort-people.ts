import type { Role } from '#lib/model/chat.ts';
import type { ListedPerson } from '#lib/model/listed-person.ts';

/** What a list can be sorted by. */
export type PeopleSort = 'role' | 'name' | 'newest' | 'oldest' | 'tier' | 'ending';

const ranks: Readonly<Record<Role, number>> = { broadcaster: 4, staff: 3, moderator: 3, vip: 2, subscriber: 1 };

/** Sorts people; among equals by login, which compares fast however long the list is. */
export function sortPeople(
	people: readonly ListedPerson[],
	sort: PeopleSort,
	rolesOf: (userId: string) => readonly Role[]
): readonly ListedPerson[] {
	const keyed = people.map((person) => ({ person, key: sortKeys[sort](person, rolesOf) }));
	keyed.sort((one, other) => one.key - other.key || (one.person.login < other.person.login ? -1 : 1));
	return keyed.map(({ person }) => person);
}

type SortKey = (person: ListedPerson, rolesOf: (userId: string) => readonly Role[]) => number;

const sortKeys: Readonly<Record<PeopleSort, SortKey>> = {
	role: ({ userId }, rolesOf) => -Math.max(0, ...rolesOf(userId).map((role) => ranks[role])),
	name: () => 0,
	newest: ({ since = 0 }) => -since,
	oldest: ({ since = Number.MAX_SAFE_INTEGER }) => since,
	tier: ({ subscription }) => -Number(subscription?.tier ?? 0),
	ending: ({ ban }) => ban?.endsAt ?? Number.MAX_SAFE_INTEGER
};

/** Those whose name or login contains what is typed; a leading `@` is passed over. */
export function searchPeople(people: readonly ListedPerson[], typed: string): readonly ListedPerson[] {
	const wanted = typed.trim().replace(/^@/, '').toLowerCase();
	if (wanted === '') return people;
	return people.filter(
		({ login, displayName }) => login.includes(wanted) || displayName.toLowerCase().includes(wanted)
	);
}

/** The login that is typed, to be looked up; absent where it is none, or names somebody who is there. */
export function typedLogin(people: readonly ListedPerson[], typed: string): string | undefined {
	const login = typed.trim().replace(/^@/, '').toLowerCase();
	if (!/^[a-z0-9_]{2,25}$/.test(login)) return undefined;
	return people.some((person) => person.login === login) ? undefined : login;
}
