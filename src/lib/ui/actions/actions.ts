import type { Component } from 'svelte';
import ClipAction from './clip/ClipAction.svelte';
import MarkerAction from './MarkerAction.svelte';
import StreamAction from './stream-info/StreamAction.svelte';

/** What a streamer can do, in the order in which it is offered; each is an `Action` of its own. */
export const actions: readonly Component[] = [StreamAction, ClipAction, MarkerAction];
import PollAction from './polls/PollAction.svelte';
import PredictionAction from './predictions/PredictionAction.svelte';

/** What a streamer can do, in the order in which it is offered; each is an `Action` of its own. */
export const actions: readonly Component[] = [PollAction, PredictionAction, MarkerAction];
