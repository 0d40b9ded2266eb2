import type { Component } from 'svelte';
import AdsAction from './ads/AdsAction.svelte';
import AnnouncementAction from './announcements/AnnouncementAction.svelte';
import MarkerAction from './MarkerAction.svelte';
import RaidAction from './raids/RaidAction.svelte';
import ShoutoutAction from './shoutouts/ShoutoutAction.svelte';

/** What a streamer can do, in the order in which it is offered; each is an `Action` of its own. */
export const actions: readonly Component[] = [MarkerAction, RaidAction, ShoutoutAction, AnnouncementAction, AdsAction];
