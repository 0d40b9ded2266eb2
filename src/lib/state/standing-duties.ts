import { createContext } from 'svelte';
import type { AdWatch } from './ad-watch.svelte.ts';
import type { LiveChat } from './live-chat.svelte.ts';
import type { RaidCountdown } from './raid-countdown.svelte.ts';
import type { ShoutoutQueue } from './shoutout-queue.svelte.ts';

/** What goes on whatever place of the panel is open. */
export interface StandingDuties {
	readonly ads: AdWatch;
	readonly raid: RaidCountdown;
	readonly shoutouts: ShoutoutQueue;
	readonly chat: LiveChat;
}

/** The standing duties of the panel. */
export const [getStandingDuties, setStandingDuties] = createContext<StandingDuties>();
