import type { Component } from 'svelte';
import MarkerAction from './MarkerAction.svelte';
import RaidAction from './raids/RaidAction.svelte';

/** What a streamer can do, in the order in which it is offered; each is an `Action` of its own. */
export const actions: readonly Component[] = [MarkerAction, RaidAction];
