import { m } from '#lib/paraglide/messages.js';
import Activity from '@lucide/svelte/icons/activity';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import Gamepad2 from '@lucide/svelte/icons/gamepad-2';
import MessagesSquare from '@lucide/svelte/icons/messages-square';
import SlidersHorizontal from '@lucide/svelte/icons/sliders-horizontal';
import Users from '@lucide/svelte/icons/users';
import type { Component } from 'svelte';

/** Beside chat, what the panel has; a phone shows one at a time. */
export const sidePlaces = ['actions', 'people', 'events', 'play', 'more'] as const;

/** A place beside chat. */
export type SidePlace = (typeof sidePlaces)[number];

/** A place of the panel. */
export type PanelPlace = 'chat' | SidePlace;

/** How a place is called. */
export const placeNames: Readonly<Record<PanelPlace, () => string>> = {
	chat: m.chat,
	actions: m.actions,
	people: m.people,
	events: m.events,
	play: m.host_place,
	more: m.more
};

/** The place that an address asks for (`?place=play`). */
export function askedPlace(search: string): SidePlace | undefined {
	const asked = new URLSearchParams(search).get('place');
	return sidePlaces.find((place) => place === asked);
}

/** How a place is drawn in the tabs. */
export const placeIcons: Readonly<Record<PanelPlace, typeof Activity>> = {
	chat: MessagesSquare,
	actions: SlidersHorizontal,
	people: Users,
	events: Activity,
	play: Gamepad2,
	more: Ellipsis
};

/** Where the places that need an account come from; each is loaded when it is first shown. */
export const placeLoaders: Readonly<
	Record<Exclude<SidePlace, 'more'>, () => Promise<{ readonly default: Component }>>
> = {
	actions: () => import('#lib/ui/actions/ActionsPlace.svelte'),
	people: () => import('#lib/ui/people/PeoplePlace.svelte'),
	events: () => import('#lib/ui/events/EventsPlace.svelte'),
	play: () => import('#lib/ui/play-panel/PlayPlace.svelte')
};
