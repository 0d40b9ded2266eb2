import { m } from '#lib/paraglide/messages.js';
import type { EventSubState } from '#lib/platforms/twitch/eventsub/status.ts';
import type { StatusTone } from '#lib/ui/chat/status-text.ts';

const words: Readonly<Record<EventSubState, () => string>> = {
	closed: m.events_closed,
	connecting: m.events_connecting,
	live: m.events_live,
	reconnecting: m.events_reconnecting,
	crowded: m.events_crowded,
	stopped: m.events_stopped
};

/** How it stands with the events of a stream, in plain words. */
export function eventStatusText(state: EventSubState): string {
	return words[state]();
}

/** How loud that is. */
export function eventStatusTone(state: EventSubState): StatusTone {
	if (state === 'live') return 'fine';
	return state === 'crowded' || state === 'stopped' ? 'trouble' : 'busy';
}
