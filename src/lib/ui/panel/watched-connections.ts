import type { Account } from '#lib/model/account.ts';
import { formatChannel } from '#lib/model/channel.ts';
import type { ConnectionStatus } from '#lib/model/connection-status.ts';
import type { EventSubState } from '#lib/platforms/twitch/eventsub/status.ts';
import { m } from '#lib/paraglide/messages.js';
import type { WatchedConnection } from '#lib/state/dropped-connections.svelte.ts';
import type { LiveChannel } from '#lib/state/live-chat.svelte.ts';
import { channelName } from '#lib/ui/chat/channel-name.ts';
import { platformName } from '#lib/ui/chat/status-text.ts';

/** The chats of the panel, as connections that can be lost. */
export function watchedChats(
	channels: readonly LiveChannel[],
	accounts: readonly Account[]
): readonly WatchedConnection[] {
	return channels.map(({ channel, status }) => ({
		id: formatChannel(channel),
		name: m.strip_chat_of({ channel: channelName(channel, accounts), platform: platformName(channel.platform) }),
		state: toWatchedState(status)
	}));
}

/** What happens on the stream, as a connection that can be lost. */
export function watchedEvents(state: EventSubState): WatchedConnection {
	return { id: 'eventsub', name: m.strip_events(), state: eventStates[state] };
}

const eventStates: Readonly<Record<EventSubState, WatchedConnection['state']>> = {
	closed: 'closed',
	connecting: 'pending',
	live: 'connected',
	reconnecting: 'lost',
	crowded: 'lost',
	stopped: 'closed'
};

function toWatchedState({ state, problem }: ConnectionStatus): WatchedConnection['state'] {
	if (state === 'connected') return 'connected';
	if (problem === 'network') return 'lost';
	return state === 'connecting' ? 'pending' : 'closed';
}
