import { expect, test } from 'vitest';
import type { EventSubState } from '#lib/platforms/twitch/eventsub/status.ts';
import { eventStatusText, eventStatusTone } from '#lib/ui/events/event-status-text.ts';

test.each<[EventSubState, string]>([
	['live', 'fine'],
	['closed', 'busy'],
	['connecting', 'busy'],
	['reconnecting', 'busy'],
	['crowded', 'trouble'],
	['stopped', 'trouble']
])('%s is %s and has words of its own', (state, tone) => {
	expect(eventStatusTone(state)).toBe(tone);
	expect(eventStatusText(state)).toMatch(/^[A-Z].+/);
});
