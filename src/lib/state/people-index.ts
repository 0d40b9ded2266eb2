import type { ListedPerson } from '#lib/model/listed-person.ts';

/** Some people in their order, each once; a change makes another index. */
export class PeopleIndex {
	readonly people: readonly ListedPerson[];
	readonly #byId: ReadonlyMap<string, ListedPerson>;

	constructor(people: readonly ListedPerson[] = []) {
		this.#byId = new Map(people.map((person) => [person.userId, person]));
		this.people = this.#byId.size === people.length ? people : [...this.#byId.values()];
	}

	find(userId: string): ListedPerson | undefined {
		return this.#byId.get(userId);
	}

	/** With somebody, or what is new about them, at the front. */
	with(person: ListedPerson): PeopleIndex {
		return new PeopleIndex([person, ...this.without(person.userId).people]);
	}

	without(userId: string): PeopleIndex {
		return this.#byId.has(userId) ? new PeopleIndex(this.people.filter((person) => person.userId !== userId)) : this;
	}
}
