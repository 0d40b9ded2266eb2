import type { ListedPerson } from '#lib/model/listed-person.ts';
import * as v from 'valibot';
import { personEntry, toPerson } from './person-entry.ts';
import type { Page } from './request-pages.ts';

/** No list of people is read further than this. */
export const mostListedPeople = 20_000;

/** As many as a page of most lists has. */
export const peoplePageSize = 100;

/** A list of people, page by page. */
export type PeoplePages = AsyncGenerator<Page<ListedPerson>, void>;

/** An entry that names somebody and tells nothing else. */
export const listedPerson = v.pipe(
	personEntry,
	v.transform((entry): ListedPerson => toPerson(entry))
);
