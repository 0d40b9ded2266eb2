import { m } from '#lib/paraglide/messages.js';
import type { PeopleKind } from '#lib/state/people-lists.svelte.ts';
import type { PeopleSort } from './sort-people.ts';

/** How a list is shown. */
export interface PeopleKindWords {
	readonly label: () => string;
	readonly empty: () => string;
	/** The ways to sort it, the usual one first. */
	readonly sorts: readonly PeopleSort[];
}

/** The lists, from left to right. */
export const peopleKinds: Readonly<Record<PeopleKind, PeopleKindWords>> = {
	chatters: { label: m.people_chatters, empty: m.people_chatters_none, sorts: ['role', 'name'] },
	moderators: { label: m.people_moderators, empty: m.people_moderators_none, sorts: ['name'] },
	vips: { label: m.people_vips, empty: m.people_vips_none, sorts: ['name'] },
	followers: { label: m.people_followers, empty: m.people_followers_none, sorts: ['newest', 'oldest', 'name'] },
	subscribers: { label: m.people_subscribers, empty: m.people_subscribers_none, sorts: ['tier', 'name'] },
	banned: { label: m.people_banned, empty: m.people_banned_none, sorts: ['newest', 'ending', 'name'] }
};

/** How a way to sort is called. */
export const sortNames: Readonly<Record<PeopleSort, () => string>> = {
	role: m.people_sort_role,
	name: m.people_sort_name,
	newest: m.people_sort_newest,
	oldest: m.people_sort_oldest,
	tier: m.people_sort_tier,
	ending: m.people_sort_ending
};
