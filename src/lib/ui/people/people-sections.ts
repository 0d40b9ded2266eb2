import type { Component } from 'svelte';
import PeopleSection from './PeopleSection.svelte';
import BlockedTermsQueue from './queues/BlockedTermsQueue.svelte';
import HeldMessagesQueue from './queues/HeldMessagesQueue.svelte';
import QueueJump from './queues/QueueJump.svelte';
import SuspiciousQueue from './queues/SuspiciousQueue.svelte';
import UnbanRequestsQueue from './queues/UnbanRequestsQueue.svelte';
import WarningsQueue from './queues/WarningsQueue.svelte';

/** What there is about people, from top to bottom. */
export const peopleSections: readonly Component[] = [
	PeopleSection,
	HeldMessagesQueue,
	UnbanRequestsQueue,
	SuspiciousQueue,
	WarningsQueue,
	BlockedTermsQueue,
	QueueJump
];
