import type { Component } from 'svelte';
import AdsAction from './ads/AdsAction.svelte';
import AnnouncementAction from './announcements/AnnouncementAction.svelte';
import ClipAction from './clip/ClipAction.svelte';
import MarkerAction from './MarkerAction.svelte';
import PollAction from './polls/PollAction.svelte';
import PredictionAction from './predictions/PredictionAction.svelte';
import RaidAction from './raids/RaidAction.svelte';
import GoalsAction from './room/GoalsAction.svelte';
import HypeTrainAction from './room/HypeTrainAction.svelte';
import RewardsAction from './room/RewardsAction.svelte';
import SafetyActions from './room/SafetyActions.svelte';
import ShoutoutAction from './shoutouts/ShoutoutAction.svelte';
import StreamAction from './stream-info/StreamAction.svelte';

/** What a streamer can do, in the order in which it is offered; each is an `Action` of its own. */
export const actions: readonly Component[] = [
	SafetyActions,
	PollAction,
	PredictionAction,
	RaidAction,
	ShoutoutAction,
	AnnouncementAction,
	AdsAction,
	StreamAction,
	ClipAction,
	MarkerAction,
	RewardsAction,
	GoalsAction,
	HypeTrainAction
];
